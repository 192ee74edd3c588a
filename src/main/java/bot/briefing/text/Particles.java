package bot.briefing.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses between the two forms of a Korean particle by the sound that the word before it ends in.
 * Latin words are taken as they are commonly transcribed; capitals in a row are read as letters.
 */
final class Particles {
  private static final Pattern PAIR = Pattern.compile("\\[(은/는|이/가|을/를|과/와|으로/로|아/야|이라/라|이에요/예요)]");
  private static final String SILENT = "\"'’”)]}》」』>*_ ";
  private static final String VOWELS = "aeiouy";

  private Particles() {}

  static String fit(String said) {
    if (said.indexOf('[') < 0) {
      return said;
    }
    Matcher pair = PAIR.matcher(said);
    StringBuilder fitted = new StringBuilder();
    while (pair.find()) {
      String[] forms = pair.group(1).split("/", -1);
      pair.appendReplacement(fitted, "");
      fitted.append(chooses(lastSound(fitted), forms));
    }
    return pair.appendTail(fitted).toString();
  }

  private static String chooses(int consonant, String[] forms) {
    boolean rieul = consonant == 'ㄹ' && forms[0].equals("으로");
    return consonant == 0 || rieul ? forms[1] : forms[0];
  }

  /**
   * The final consonant of the last word: 0 for none, {@code 'ㄹ'} for that one, anything else for
   * another.
   */
  private static int lastSound(CharSequence before) {
    int end = before.length();
    while (end > 0 && SILENT.indexOf(before.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end == 0) {
      return 0;
    }
    char last = before.charAt(end - 1);
    if (last >= '가' && last <= '힣') {
      int jong = (last - '가') % 28;
      return jong == 8 ? 'ㄹ' : jong;
    }
    if (last >= 'A' && last <= 'Z') {
      return letter(last);
    }
    return last >= 'a' && last <= 'z' ? word(before, end) : digit(last);
  }

  /** 영, 일, 삼, 육, 칠, 팔; a zero behind others is 십, 백, 천 or 만. */
  private static int digit(char last) {
    return switch (last) {
      case '1', '7', '8' -> 'ㄹ';
      case '0', '3', '6' -> 'ㅁ';
      default -> 0;
    };
  }

  /** 엘, 알, 엠, 엔; the other letters' names end in a vowel. */
  private static int letter(char last) {
    return switch (last) {
      case 'L', 'R' -> 'ㄹ';
      case 'M', 'N' -> 'ㅁ';
      default -> 0;
    };
  }

  private static int word(CharSequence text, int end) {
    char last = text.charAt(end - 1);
    char second = before(text, end - 1);
    char third = before(text, end - 2);
    return switch (last) {
      case 'l' -> 'ㄹ';
      case 'm', 'n' -> 'ㅁ';
      case 'c' -> 'ㄱ';
      case 'g' -> second == 'n' ? 'ㅇ' : 0;
      case 'e' -> silent(second);
      case 'k' -> second == 'c' || shortVowel(second, third) ? 'ㄱ' : 0;
      case 'b', 'p', 't' -> shortVowel(second, third) ? 'ㅂ' : 0;
      default -> 0;
    };
  }

  /** Google, Chrome, Phone: 구글, 크롬, 폰. */
  private static int silent(char second) {
    return switch (second) {
      case 'l' -> 'ㄹ';
      case 'm', 'n' -> 'ㅁ';
      default -> 0;
    };
  }

  /** Chip, robot: 칩, 로봇; but sheet: 시트. */
  private static boolean shortVowel(char second, char third) {
    return VOWELS.indexOf(second) >= 0 && VOWELS.indexOf(third) < 0;
  }

  private static char before(CharSequence text, int end) {
    return end <= 0 ? ' ' : Character.toLowerCase(text.charAt(end - 1));
  }
}
