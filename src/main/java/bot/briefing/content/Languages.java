package bot.briefing.content;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Optional;

/** Which language a text is in. */
final class Languages {
  /** Latin letters of names do not make a text English: a Hangul syllable weighs this many. */
  private static final int SYLLABLE = 4;

  private Languages() {}

  /** The primary subtag of a BCP 47 tag: {@code ko} of {@code ko-KR}; empty when it is none. */
  static Optional<String> primary(String tag) {
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return language.isEmpty() ? Optional.empty() : Optional.of(language);
  }

  /** What the letters of a text show; English where they show nothing. */
  static String shownBy(String text) {
    int hangul = 0;
    int kana = 0;
    int han = 0;
    int latin = 0;
    for (int at = 0; at < text.length(); at++) {
      switch (UnicodeScript.of(text.charAt(at))) {
        case HANGUL -> hangul++;
        case HIRAGANA, KATAKANA -> kana++;
        case HAN -> han++;
        case LATIN -> latin++;
        default -> {}
      }
    }
    int eastern = Math.max(hangul, kana + han);
    if (eastern * SYLLABLE < latin || eastern == 0) {
      return "en";
    }
    if (hangul >= kana + han) {
      return "ko";
    }
    return kana * 10 > han ? "ja" : "zh";
  }
}
