package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.chat.Asker;
import java.util.List;

/**
 * Answers what people ask, the same for every platform and for the command line. Safe for any
 * thread; blocks on the database, and shortly on a network, only for what a chat has ordered.
 */
public interface Newsroom {
  /** Answers. Never throws for what a person typed. */
  Answer answer(Command command, Asker asker);

  /**
   * What an argument could be, while it is being typed; the best first.
   *
   * @return at most 25 (Discord, Application Command Option Choice), each 1–100 characters
   */
  List<Choice> complete(Verb.Argument argument, String typed, Asker asker);

  /**
   * The line that a person may type instead of pressing a button: {@code /topic regulation}, or
   * {@code /start CODE} where there is no command for it. The same for every language.
   */
  String spell(Action action);

  /**
   * A completion.
   *
   * @param label in the asker's language
   * @param value what {@link Command.Ask} takes
   */
  record Choice(String label, String value) {}
}
