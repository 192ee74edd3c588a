package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A story while it is read: it gathers sections, and takes its fields from what its lines tell. */
final class Draft {
  /** What stands in parentheses behind a headline, and the sign after it. */
  private static final Pattern ASIDE =
      Pattern.compile("[(（\\[]([^()（）\\[\\]]{1,80})[)）\\]]\\s*[:：—–|·-]?\\s*");

  private static final Pattern OPENED =
      Pattern.compile("[(（\\[]\\s*(?:[^\\s()（\\[]{1,10}[:：]\\s*)?$");
  private static final Pattern CLOSED = Pattern.compile("\\s*[)）\\]]\\s*[.。]?\\s*");

  private final int start;
  private String title;
  private @Nullable URI url;
  private @Nullable String source;
  private @Nullable LocalDate date;
  private final List<Part> parts = new ArrayList<>();
  private int depth;

  /** A section while it is read. */
  static final class Part {
    private final @Nullable String heading;
    private final int start;
    private final List<Found> blocks = new ArrayList<>();

    Part(@Nullable String heading, int start) {
      this.heading = heading;
      this.start = start;
    }

    int start() {
      return start;
    }

    /** A heading and nothing below it. */
    boolean isEmpty() {
      return heading != null && blocks.isEmpty();
    }

    String heading() {
      return heading == null ? "" : heading;
    }
  }

  Draft(String title, @Nullable URI url, int start) {
    this.title = title;
    this.url = url;
    this.start = start;
    parts.add(new Part(null, start));
  }

  String title() {
    return title;
  }

  int start() {
    return start;
  }

  List<Part> parts() {
    return parts;
  }

  void rename(String other) {
    title = other;
  }

  /** Adds what stands in the story. A heading opens a section, a deeper one stays in it. */
  void add(Found found) {
    int level = found.level();
    if (level > 0 && (depth == 0 || level <= depth)) {
      depth = level;
      open(Lines.text(found.spans()), found.start());
    } else {
      parts.getLast().blocks.add(found);
    }
  }

  /** Opens a section. */
  void open(String heading, int place) {
    parts.add(new Part(heading, place));
  }

  /** Takes the fields out of the lines that tell them; what else they say stays. */
  Draft understand() {
    for (Part part : parts) {
      understandLabelledLists(part);
      part.blocks.replaceAll(this::withoutSource);
    }
    if (url == null) {
      understandBareLink();
    }
    for (Part part : parts) {
      part.blocks.removeIf(
          found -> !(found.block() instanceof Block.Image) && isEmpty(found.block()));
    }
    parts.removeIf(part -> part.blocks.isEmpty() && isSpent(part));
    return this;
  }

  private static boolean isEmpty(Block block) {
    return block.text().replace(Lines.SOFT, ' ').isBlank();
  }

  /** A section that held the source and no more, or nothing before the first heading. */
  private static boolean isSpent(Part part) {
    return part.heading == null || Vocabulary.isSourceLabel(part.heading);
  }

  private Found withoutSource(Found found) {
    return switch (found.block()) {
      case Block.Paragraph it -> found.with(new Block.Paragraph(withoutSource(it.spans())));
      case Block.Quote it -> found.with(new Block.Quote(withoutSource(it.spans())));
      case Block.Bullet it -> found.with(new Block.Bullet(it.depth(), withoutSource(it.spans())));
      case Block.Ordered it ->
          found.with(new Block.Ordered(it.depth(), it.number(), withoutSource(it.spans())));
      case Block.Heading _, Block.Code _, Block.Table _, Block.Image _ -> found;
    };
  }

  private List<Span> withoutSource(List<Span> spans) {
    List<List<Span>> lines = Lines.of(spans);
    List<List<Span>> kept = new ArrayList<>();
    for (List<Span> line : lines) {
      SourceLine told = SourceLine.of(line).filter(SourceLine::isCertain).orElse(null);
      if (told == null || !take(told)) {
        kept.add(line);
      }
    }
    return kept.size() == lines.size() ? spans : Lines.join(kept);
  }

  /**
   * Takes what the line of a linked headline tells of its source; what else it says stays.
   *
   * @param rest what follows the headline
   */
  List<Span> credited(List<Span> rest) {
    List<List<Span>> lines = Lines.of(rest);
    List<Span> first = lines.getFirst();
    String words = Lines.text(first);
    Matcher aside = ASIDE.matcher(words);
    boolean linked = first.stream().anyMatch(span -> span.link() != null);
    SourceLine told =
        linked
            ? null
            : SourceLine.credit(aside.lookingAt() ? aside.group(1) : words, aside.lookingAt())
                .orElse(null);
    if (told == null || !take(told)) {
      return rest;
    }
    List<List<Span>> kept = new ArrayList<>(lines.subList(1, lines.size()));
    if (aside.lookingAt() && aside.end() < words.length()) {
      kept.addFirst(without(first, aside.end()));
    }
    return Lines.join(kept);
  }

  /** Spans without so many of their first characters, white space before them not counted. */
  private static List<Span> without(List<Span> spans, int characters) {
    List<Span> settled = Lines.settle(spans);
    List<Span> kept = new ArrayList<>();
    int left = characters;
    for (Span span : settled) {
      int cut = Math.min(left, span.text().length());
      left -= cut;
      if (cut < span.text().length()) {
        kept.add(span.withText(span.text().substring(cut)));
      }
    }
    return kept;
  }

  /** Fills the fields that are not known yet; tells whether nothing of the line is left to show. */
  private boolean take(SourceLine told) {
    url = url == null ? told.url() : url;
    source = source == null ? told.name() : source;
    date = date == null ? told.date() : date;
    return told.whole()
        && (told.url() == null || told.url().equals(url))
        && (told.name() == null || told.name().equals(source))
        && (told.date() == null || told.date().equals(date));
  }

  /** {@code **출처**:} or a section of that name, and below it a list of one link. */
  private void understandLabelledLists(Part part) {
    boolean named = part.heading != null && Vocabulary.isSourceLabel(part.heading);
    for (int at = named ? -1 : 0; at < part.blocks.size() - 1; at++) {
      boolean label = at < 0 || isLabel(part.blocks.get(at));
      Found item = part.blocks.get(at + 1);
      if (label && (at < 0 || isListed(item))) {
        SourceLine told = SourceLine.of(item.spans()).orElse(null);
        boolean alone = at + 2 >= part.blocks.size() || !isListed(part.blocks.get(at + 2));
        if (told != null && told.url() != null && take(told) && alone) {
          part.blocks.subList(Math.max(0, at), at + 2).clear();
        }
        return;
      }
    }
  }

  private static boolean isLabel(Found found) {
    return found.block() instanceof Block.Paragraph
        && found.spans().stream().allMatch(span -> span.link() == null)
        && Vocabulary.isSourceLabel(found.block().text());
  }

  private static boolean isListed(Found found) {
    return found.block() instanceof Block.Bullet || found.block() instanceof Block.Ordered;
  }

  /**
   * A line that is a link and no more is the source where it comes first or last, and so is a link
   * in parentheses that ends the story; that one stays where it is.
   */
  private void understandBareLink() {
    List<Found> first = parts.getFirst().blocks;
    List<Found> last = parts.getLast().blocks;
    boolean taken =
        (!first.isEmpty() && takeBare(first, 0, true))
            || (!last.isEmpty() && takeBare(last, last.size() - 1, false));
    if (!taken && !last.isEmpty()) {
      takeEnding(last.getLast().spans());
    }
  }

  private boolean takeBare(List<Found> blocks, int place, boolean first) {
    Found found = blocks.get(place);
    if (!(found.block() instanceof Block.Paragraph) && !(found.block() instanceof Block.Quote)) {
      return false;
    }
    List<List<Span>> lines = new ArrayList<>(Lines.of(found.spans()));
    List<Span> line = first ? lines.removeFirst() : lines.removeLast();
    boolean taken =
        SourceLine.of(line)
            .filter(told -> told.whole() && told.url() != null)
            .map(this::take)
            .orElse(false);
    if (taken) {
      List<Span> left = Lines.join(lines);
      blocks.set(
          place,
          found.with(
              found.block() instanceof Block.Quote
                  ? new Block.Quote(left)
                  : new Block.Paragraph(left)));
    }
    return taken;
  }

  private void takeEnding(List<Span> spans) {
    int links = spans.size() - 2;
    if (links < 1 || spans.get(links).link() == null) {
      return;
    }
    boolean enclosed =
        OPENED.matcher(spans.get(links - 1).text()).find()
            && CLOSED.matcher(spans.get(links + 1).text()).matches();
    if (enclosed) {
      SourceLine.of(List.of(spans.get(links))).ifPresent(this::take);
    }
  }

  /** The story, its topics not known yet. */
  Article article() {
    List<Section> sections =
        parts.stream()
            .map(
                part ->
                    new Section(
                        part.heading,
                        part.blocks.stream().map(Found::block).map(Lines::settle).toList()))
            .toList();
    return new Article(title, url, source, date, List.of(), sections);
  }

  boolean hasSource() {
    return source != null;
  }

  @Nullable LocalDate date() {
    return date;
  }

  @Nullable URI url() {
    return url;
  }
}
