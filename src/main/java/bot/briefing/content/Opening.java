package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block read as the opening of a story.
 *
 * @param rest what the block says after the headline
 */
record Opening(String title, @Nullable URI url, List<Span> rest) {
  private static final Pattern LEADING = Pattern.compile("^[\\s\0]*[—–\\-:：|·]*[\\s\0]*");
  private static final Pattern PARTED = Pattern.compile("\\s*(?:$|[—–\\-:：|·(\\[（,])");
  private static final Pattern ADDRESS = Pattern.compile("[^\\p{L}]*https?://\\S+");
  private static final Pattern ORNAMENT = Pattern.compile("[^\\p{L}]*");

  /** A heading: a link in it is the story's, if it is all of it or a label. */
  static Opening heading(Found found) {
    List<Span> spans = Lines.settle(found.spans());
    String all = Block.textOf(spans).strip();
    List<Span> links = spans.stream().filter(span -> span.link() != null).toList();
    if (links.isEmpty()) {
      return new Opening(all, null, List.of());
    }
    Span last = links.getLast();
    if (Vocabulary.isSourceLabel(last.text()) && links.size() < spans.size()) {
      String title =
          Block.textOf(spans.stream().filter(span -> !span.equals(last)).toList())
              .replaceFirst("[\\s(\\[|—–-]*[)\\]]?\\s*$", "")
              .strip();
      return title.isEmpty()
          ? new Opening(all, last.link(), List.of())
          : new Opening(title, last.link(), List.of());
    }
    return new Opening(all, links.getFirst().link(), List.of());
  }

  /** A paragraph that begins with a link in bold, which is its first line or parted from it. */
  static Optional<Opening> boldLink(Found found) {
    if (!(found.block() instanceof Block.Paragraph) || found.nested()) {
      return Optional.empty();
    }
    List<List<Span>> lines = Lines.of(found.spans());
    List<Span> first = lines.getFirst();
    int from = ornaments(first);
    URI url = from < first.size() ? first.get(from).link() : null;
    int to = from;
    while (to < first.size()
        && url != null
        && url.equals(first.get(to).link())
        && first.get(to).has(Mark.STRONG)) {
      to++;
    }
    String title = Lines.text(first.subList(0, to));
    List<Span> beyond = first.subList(to, first.size());
    if (to == from
        || Vocabulary.isSourceLabel(title)
        || isAddress(title)
        || SourceLine.of(first).filter(SourceLine::labelled).isPresent()
        || !PARTED.matcher(Block.textOf(beyond)).lookingAt()) {
      return Optional.empty();
    }
    List<List<Span>> rest = new ArrayList<>(lines.subList(1, lines.size()));
    if (!beyond.isEmpty()) {
      rest.addFirst(unled(beyond));
    }
    return Optional.of(new Opening(title, url, Lines.join(rest)));
  }

  /** A paragraph whose first line is bold from end to end. */
  static Optional<Opening> bold(Found found) {
    if (!(found.block() instanceof Block.Paragraph) || found.nested()) {
      return Optional.empty();
    }
    List<List<Span>> lines = Lines.of(found.spans());
    List<Span> first = lines.getFirst();
    String title = Lines.text(first);
    boolean bold =
        first.stream()
            .allMatch(span -> (span.has(Mark.STRONG) && span.link() == null) || isOrnament(span));
    return bold
            && first.stream().anyMatch(span -> span.has(Mark.STRONG))
            && !title.isEmpty()
            && !Vocabulary.isSourceLabel(title)
        ? Optional.of(new Opening(title, null, rest(lines)))
        : Optional.empty();
  }

  /** An item of an outermost list that begins with a link, or with bold words. */
  static Optional<Opening> item(Found found, boolean linked) {
    if (!found.isItem()) {
      return Optional.empty();
    }
    List<Span> spans = found.spans();
    int from = ornaments(spans);
    if (from == spans.size()) {
      return Optional.empty();
    }
    URI url = spans.get(from).link();
    int to = from;
    while (to < spans.size()
        && (linked
            ? url != null && url.equals(spans.get(to).link())
            : spans.get(to).has(Mark.STRONG) && spans.get(to).link() == null)) {
      to++;
    }
    String title = Lines.text(spans.subList(0, to));
    return to > from && !title.isEmpty() && !Vocabulary.isSourceLabel(title) && !isAddress(title)
        ? Optional.of(
            new Opening(title, linked ? url : null, unled(spans.subList(to, spans.size()))))
        : Optional.empty();
  }

  private static int ornaments(List<Span> spans) {
    int count = 0;
    while (count < spans.size() && isOrnament(spans.get(count))) {
      count++;
    }
    return count;
  }

  /** An address is nobody's headline. */
  private static boolean isAddress(String title) {
    return ADDRESS.matcher(title).matches();
  }

  private static boolean isOrnament(Span span) {
    return span.link() == null && ORNAMENT.matcher(span.text()).matches();
  }

  private static List<Span> rest(List<List<Span>> lines) {
    return Lines.join(lines.subList(1, lines.size()));
  }

  /** Without the dash or colon between a headline and what follows it. */
  private static List<Span> unled(List<Span> spans) {
    if (spans.isEmpty()) {
      return spans;
    }
    String text = LEADING.matcher(spans.getFirst().text()).replaceFirst("");
    List<Span> others = spans.subList(1, spans.size());
    if (text.isEmpty()) {
      return others;
    }
    return Stream.concat(Stream.of(spans.getFirst().withText(text)), others.stream()).toList();
  }
}
