package bot.briefing.text;

import java.util.Locale;
import java.util.Optional;

/** A language that the bot speaks. */
public enum Language {
  KO,
  EN;

  /** The primary subtag of BCP 47: {@code "ko"} or {@code "en"}. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return Locale.of(tag());
  }

  /**
   * The language of a BCP 47 tag such as {@code "en-US"} or {@code "ko"}; empty when the bot does
   * not speak it.
   */
  public static Optional<Language> of(String tag) {
    return switch (Locale.forLanguageTag(tag).getLanguage()) {
      case "ko" -> Optional.of(KO);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
