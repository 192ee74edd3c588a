package bot.briefing.discord;

import bot.briefing.card.Cut;
import bot.briefing.card.Span;
import java.util.List;
import java.util.function.Function;

/** Draws formatted text in runs of which each fits into a message. */
final class Runs {
  private Runs() {}

  /** As below, each run short enough for a message. */
  static List<String> cut(List<Span> spans, Function<List<Span>, String> draw) {
    return cut(spans, draw, Limits.TEXT);
  }

  /** Draws spans in runs of which each is short enough, marks and addresses counted; none blank. */
  static List<String> cut(List<Span> spans, Function<List<Span>, String> draw, int limit) {
    String whole = draw.apply(spans);
    if (whole.length() <= limit) {
      return whole.isBlank() ? List.of() : List.of(whole);
    }
    for (int each = limit - 100; ; each /= 2) {
      List<String> drawn =
          Cut.spans(spans, Math.max(2, each), Escape::measure).stream()
              .map(draw)
              .filter(run -> !run.isBlank())
              .toList();
      if (drawn.stream().allMatch(run -> run.length() <= limit)) {
        return drawn;
      }
    }
  }
}
