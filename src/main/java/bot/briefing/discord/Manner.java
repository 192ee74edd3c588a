package bot.briefing.discord;

import bot.briefing.command.Verb;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/** Where an answer appears, and who sees it. */
enum Manner {
  /** A new message that all see. */
  PUBLIC,
  /** A new message that only the asker sees. */
  EPHEMERAL,
  /** The message under which a button was pressed becomes the answer. */
  IN_PLACE;

  /**
   * A command is answered for all where the bot belongs, unless it is asked privately, or is about
   * what the chat has ordered.
   */
  static Manner of(SlashCommandInteractionEvent event) {
    boolean secret =
        event.getOption(DiscordCommands.PRIVATE, Boolean.FALSE, OptionMapping::getAsBoolean)
            || (!isDirect(event) && Verb.of(event.getName()).filter(Verb::isOfChat).isPresent());
    return !secret && (isDirect(event) || event.isFromAttachedGuild()) ? PUBLIC : EPHEMERAL;
  }

  /**
   * What one reader presses never changes what another reads. In a direct chat an answer is turned
   * in place; a message that was pushed stays as it is.
   */
  static Manner of(GenericComponentInteractionCreateEvent event) {
    if (event.getMessage().isEphemeral()) {
      return IN_PLACE;
    }
    if (!isDirect(event)) {
      return EPHEMERAL;
    }
    return event.getMessage().getInteractionMetadata() == null ? PUBLIC : IN_PLACE;
  }

  static boolean isDirect(Interaction interaction) {
    return interaction.getContext() == InteractionContextType.BOT_DM;
  }
}
