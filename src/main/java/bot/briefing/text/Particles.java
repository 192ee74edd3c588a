package bot.briefing.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses between the two forms of a Korean particle by the sound that the word before it ends in.
 */
final class Particles {
  private static final Pattern PAIR = Pattern.compile("\\[(은/는|이/가|을/를|과/와|으로/로)]");
  private static final String SILENT = "\"'’”)]}》」』>*_ ";

  private Particles() {}

  static String fit(String said) {
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
    return end == 0 ? 0 : sound(Character.toLowerCase(before.charAt(end - 1)));
  }

  private static int sound(char last) {
    if (last >= '가' && last <= '힣') {
      int jong = (last - '가') % 28;
      return jong == 8 ? 'ㄹ' : jong;
    }
    return switch (last) {
      case '1', '7', '8', 'l', 'r' -> 'ㄹ';
      case '0', '3', '6', 'm', 'n' -> 'ㅁ';
      default -> 0;
    };
  }
}
