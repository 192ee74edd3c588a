package bot.briefing.app;

import bot.briefing.content.Finding;
import bot.briefing.text.Texts;
import java.util.Arrays;

/**
 * The program cannot go on for a reason that its user can mend; carries the sentence of the bundles
 * that tells it.
 */
final class StoppedException extends Exception {
  private final String key;
  private final transient Object[] arguments;

  StoppedException(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The sentence; a finding among its arguments is printed in the same language. */
  String say(Texts texts) {
    return texts.say(
        key,
        Arrays.stream(arguments)
            .map(argument -> argument instanceof Finding found ? found.print(texts) : argument)
            .toArray());
  }
}
