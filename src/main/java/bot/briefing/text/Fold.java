package bot.briefing.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts made comparable: what people type differs in case, width, spacing, punctuation and Unicode
 * form, and Korean glues particles to a word. Pure; safe for any thread.
 */
public final class Fold {
  /** Particles and the plural 들, as they stand at the end of a Korean word. */
  private static final List<String> PARTICLES =
      List.of(
          "으로", "에서", "에게", "한테", "부터", "까지", "보다", "처럼", "마다", "조차", "마저", "밖에", "이나", "이랑", "하고",
          "이란", "라는", "이라", "라고", "은", "는", "이", "가", "을", "를", "과", "와", "의", "에", "로", "도", "만",
          "나", "랑", "란", "들", "께", "요");

  private static final Pattern VARIATION = Pattern.compile("[\\uFE00-\\uFE0F]");
  private static final int STACKED_PARTICLES = 3;

  private Fold() {}

  /** In compatibility form (NFKC) and without case; spaces and punctuation stand. */
  public static String plain(String text) {
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return Normalizer.normalize(
        compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }

  /**
   * What two writings of one name have in common: letters and digits alone, without case, in NFKC.
   * Empty for a text that has neither.
   */
  public static String key(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    VARIATION
        .matcher(plain(text))
        .replaceAll("")
        .codePoints()
        .filter(Fold::isKept)
        .forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  /** The words of a text, each as a {@link #key}. */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : plain(text).split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
      String key = key(word);
      if (!key.isEmpty()) {
        words.add(key);
      }
    }
    return words;
  }

  /**
   * The keys that a typed text may stand for, the likeliest first: as it is, without the particles
   * at its end, in the singular and the plural of English. Empty for a text without letters and
   * digits.
   */
  public static List<String> readings(String typed) {
    String key = key(typed);
    Set<String> readings = new LinkedHashSet<>();
    if (!key.isEmpty()) {
      readings.add(key);
      addWithoutParticles(key, STACKED_PARTICLES, readings);
      List.copyOf(readings).forEach(reading -> addNumbers(reading, readings));
    }
    return List.copyOf(readings);
  }

  /** Whether a text is nothing but Korean particles in a row ({@code "으로만"}), or is empty. */
  public static boolean isParticles(String text) {
    return text.isEmpty()
        || PARTICLES.stream()
            .anyMatch(
                particle ->
                    text.startsWith(particle) && isParticles(text.substring(particle.length())));
  }

  /** Whether a character is a Hangul syllable. */
  public static boolean isHangul(char character) {
    return character >= '가' && character <= '힣';
  }

  private static void addWithoutParticles(String key, int left, Set<String> readings) {
    for (String particle : PARTICLES) {
      if (left > 0 && key.length() > particle.length() && key.endsWith(particle)) {
        String stem = key.substring(0, key.length() - particle.length());
        readings.add(stem);
        addWithoutParticles(stem, left - 1, readings);
      }
    }
  }

  private static void addNumbers(String key, Set<String> readings) {
    char last = key.charAt(key.length() - 1);
    if (last < 'a' || last > 'z' || key.length() < 3) {
      return;
    }
    if (key.endsWith("ies")) {
      readings.add(key.substring(0, key.length() - 3) + "y");
    }
    if (key.endsWith("es")) {
      readings.add(key.substring(0, key.length() - 2));
    }
    readings.add(last == 's' ? key.substring(0, key.length() - 1) : key + "s");
  }

  private static boolean isKept(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(point);
    };
  }
}
