package bot.briefing.text;

import java.text.MessageFormat;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the bot says in one language. A text is a {@link MessageFormat} pattern (a single quote is
 * written twice, plurals are a {@code choice}); in Korean, a pair such as {@code [은/는]} becomes the
 * particle that fits the word before it. Safe for any thread.
 */
public final class Texts {
  private static final Texts KOREAN = new Texts(Language.KO);
  private static final Texts ENGLISH = new Texts(Language.EN);

  /** Stands for a bracket of an argument, lest what a person typed be taken for a pair. */
  private static final char BRACKET = '\uFDD0';

  private final Language language;
  private final ResourceBundle bundle;

  /** Those without arguments: as many as the bundle has keys. */
  private final Map<String, String> constants = new ConcurrentHashMap<>();

  private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

  private Texts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("bot.briefing.text.texts", language.locale());
  }

  public static Texts in(Language language) {
    return switch (language) {
      case KO -> KOREAN;
      case EN -> ENGLISH;
    };
  }

  public Language language() {
    return language;
  }

  /**
   * The text of a key, with its arguments in place.
   *
   * @throws java.util.MissingResourceException when there is no such key; a test holds that every
   *     key in the code exists
   */
  public String say(String key, Object... arguments) {
    return arguments.length == 0
        ? constants.computeIfAbsent(key, this::format)
        : format(key, arguments);
  }

  private String format(String key, Object... arguments) {
    Object[] kept = arguments.clone();
    keepBrackets(kept);
    // Of a pattern that is parsed once each use takes a copy: formats are not for many threads.
    MessageFormat pattern =
        (MessageFormat)
            patterns
                .computeIfAbsent(
                    key, one -> new MessageFormat(bundle.getString(one), language.locale()))
                .clone();
    String said = pattern.format(kept);
    return Particles.fit(said).replace(BRACKET, '[');
  }

  private static void keepBrackets(Object[] arguments) {
    for (int index = 0; index < arguments.length; index++) {
      if (arguments[index] instanceof String text) {
        arguments[index] = text.replace('[', BRACKET);
      }
    }
  }
}
