package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.text.Normalizer;

/**
 * A text as the keys that are pressed for it on the Korean two-set keyboard (KS X 5002): Hangul by
 * its letters, anything else as it is. Two Korean words are compared by their letters, and a
 * keyboard left in the wrong language gives the same keys: {@code 규제} and {@code rbwp}, {@code
 * agent} and {@code ㅁㅎ둣}. Shift is not told apart.
 */
final class Keystrokes {
  private static final String[] INITIALS = "r r s e e f a q q t t d w w c z x v g".split(" ", -1);
  private static final String[] VOWELS =
      "k o i o j p u p h hk ho hl y n nj np nl b m ml l".split(" ", -1);
  private static final String[] FINALS =
      "r r rt s sw sg e f fr fa fq ft fx fv fg a q qt t t d w c z x v g".split(" ", -1);

  private Keystrokes() {}

  static String of(String text) {
    StringBuilder strokes = new StringBuilder();
    for (char letter : Normalizer.normalize(Fold.key(text), Normalizer.Form.NFD).toCharArray()) {
      if (letter >= 'ᄀ' && letter <= 'ᄒ') {
        strokes.append(INITIALS[letter - 'ᄀ']);
      } else if (letter >= 'ᅡ' && letter <= 'ᅵ') {
        strokes.append(VOWELS[letter - 'ᅡ']);
      } else if (letter >= 'ᆨ' && letter <= 'ᇂ') {
        strokes.append(FINALS[letter - 'ᆨ']);
      } else {
        strokes.append(letter);
      }
    }
    return strokes.toString();
  }
}
