package bot.briefing.content;

import bot.briefing.card.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The boxes of a list of tasks, {@code [ ]} and {@code [x]}, as a reader knows them. */
final class Tasks {
  private static final Pattern BOX = Pattern.compile("\\[([ xX])][ \\t]");

  private Tasks() {}

  /** The box that an item's source begins with; empty where there is none. */
  static String box(CharSequence source) {
    Matcher box = BOX.matcher(source);
    return !box.lookingAt() ? "" : box.group(1).isBlank() ? "☐" : "☑";
  }

  static List<Span> boxed(List<Span> spans, String box) {
    if (box.isEmpty() || spans.isEmpty()) {
      return spans;
    }
    Span first = spans.getFirst();
    int close = first.text().indexOf(']');
    return close < 0
        ? spans
        : Stream.concat(
                Stream.of(first.withText(box + first.text().substring(close + 1))),
                spans.stream().skip(1))
            .toList();
  }
}
