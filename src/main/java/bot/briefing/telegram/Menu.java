package bot.briefing.telegram;

import bot.briefing.command.Verb;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** The commands that Telegram offers while somebody types, in each language and for all others. */
final class Menu {
  private static final Logger LOG = LoggerFactory.getLogger(Menu.class);

  private final Wire wire;

  Menu(Wire wire) {
    this.wire = wire;
  }

  /**
   * Makes Telegram's list ours where it differs. A failure is logged: the bot answers without it.
   *
   * @param fallback for readers of a language that the bot does not speak
   */
  void publish(Language fallback) {
    try {
      publish(null, fallback);
      for (Language language : Language.values()) {
        publish(language.tag(), language);
      }
    } catch (CallException failed) {
      LOG.warn("Telegram: the list of commands was not brought up to date: {}", failed.trouble());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(@Nullable String code, Language language)
      throws CallException, InterruptedException {
    List<BotCommand> ours = commands(language);
    List<BotCommand> theirs = wire.call(GetMyCommands.builder().languageCode(code).build());
    if (!described(theirs).equals(described(ours))) {
      wire.call(SetMyCommands.builder().commands(ours).languageCode(code).build());
    }
  }

  private static List<BotCommand> commands(Language language) {
    Texts texts = Texts.in(language);
    return Arrays.stream(Verb.values())
        .map(
            verb ->
                new BotCommand(verb.word(), texts.say("command." + verb.word() + ".description")))
        .toList();
  }

  private static List<String> described(List<BotCommand> commands) {
    return commands.stream()
        .map(command -> command.getCommand() + " " + command.getDescription())
        .toList();
  }
}
