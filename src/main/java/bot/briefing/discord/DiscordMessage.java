package bot.briefing.discord;

import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A message of components that mentions nobody, neither when it is sent nor when it is edited. */
record DiscordMessage(List<MessageTopLevelComponent> components) {
  DiscordMessage {
    components = List.copyOf(components);
  }

  MessageCreateData create() {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }

  MessageEditData edit() {
    return new MessageEditBuilder()
        .useComponentsV2()
        .setComponents(components)
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false)
        .build();
  }
}
