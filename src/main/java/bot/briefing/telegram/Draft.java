package bot.briefing.telegram;

import java.util.ArrayList;
import java.util.List;

/** A message that is being filled with passages. */
final class Draft {
  private final List<Passage> passages = new ArrayList<>();
  private Size size = Size.NONE;

  boolean isEmpty() {
    return passages.isEmpty();
  }

  Size size() {
    return size;
  }

  List<Passage> passages() {
    return passages;
  }

  boolean fits(List<Passage> more) {
    return after(more).fits();
  }

  void add(Passage passage) {
    size = after(List.of(passage));
    passages.add(passage);
  }

  /** UTF-16 units that are left for a passage. */
  int room(Passage passage) {
    return Size.LIMIT.units() - size.units() - (isEmpty() ? 0 : passage.gap().length());
  }

  private Size after(List<Passage> more) {
    Size whole = size;
    Frame frame = frame();
    boolean first = isEmpty();
    for (Passage passage : more) {
      whole = whole.plus(passage.size());
      if (!first) {
        whole = whole.plus(Size.of(passage.gap(), 0, passage.gap()));
      }
      if (!passage.frame().equals(frame)) {
        whole = whole.plus(passage.frame().size());
      }
      frame = passage.frame();
      first = false;
    }
    return whole;
  }

  private Frame frame() {
    return isEmpty() ? Frame.NONE : passages.getLast().frame();
  }

  String html() {
    StringBuilder html = new StringBuilder();
    Frame frame = Frame.NONE;
    for (Passage passage : passages) {
      String gap = html.isEmpty() ? "" : passage.gap();
      if (passage.frame().equals(frame)) {
        html.append(gap);
      } else {
        html.append(frame.close()).append(gap).append(passage.frame().open());
      }
      html.append(passage.html());
      frame = passage.frame();
    }
    return html.append(frame.close()).toString();
  }

  /** The words without any tag, exactly as Telegram counts them. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    for (Passage passage : passages) {
      plain.append(plain.isEmpty() ? "" : passage.gap()).append(passage.plain());
    }
    return plain.toString();
  }
}
