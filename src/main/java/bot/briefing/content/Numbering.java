package bot.briefing.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headline's own number.
 *
 * @param rest the headline without it
 */
record Numbering(int number, String rest) {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "^[^\\p{L}\\p{N}]{0,4}(\\d{1,3})(?:[.)]|\ufe0f?\u20e3|위\\.?)\\s*(\\S.*)$",
          Pattern.DOTALL);

  static Optional<Numbering> of(String title) {
    Matcher numbered = NUMBERED.matcher(title);
    return numbered.matches()
        ? Optional.of(new Numbering(Integer.parseInt(numbered.group(1)), numbered.group(2)))
        : Optional.empty();
  }

  /** Takes away numbers that only count the stories: their place says the same. */
  static void drop(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    for (int at = 0; at < drafts.size(); at++) {
      if (of(drafts.get(at).title()).filter(it -> it.number() > 0).isEmpty()) {
        return;
      }
    }
    int before = 0;
    for (Draft draft : drafts) {
      int number = of(draft.title()).orElseThrow().number();
      if (number != before + 1 && number != 1) {
        return;
      }
      before = number;
    }
    drafts.forEach(draft -> draft.rename(of(draft.title()).orElseThrow().rest()));
  }
}
