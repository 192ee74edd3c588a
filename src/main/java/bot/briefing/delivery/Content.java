package bot.briefing.delivery;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a digest says: its words and links. Not how it is called, what topics it is of, or how it is
 * styled: a renamed file, a new taxonomy, or a release that reads or draws otherwise, is no
 * correction.
 *
 * @param hash of all of it
 * @param links the ids of its articles, by which it is known again under another name
 * @param file a hash of the file that says it; empty where none is known
 */
record Content(String hash, Set<String> links, String file) {
  /** Drawn while it changed, or of several contents: differs from every digest. */
  static final Content UNSURE = new Content("", Set.of(), "");

  /** What is said instead of a digest that was withdrawn. */
  static final String WITHDRAWN = "withdrawn";

  private static final char END = '\u001f';

  Content {
    links = Set.copyOf(links);
  }

  static Content of(Digest digest) {
    StringBuilder text = new StringBuilder();
    put(text, digest.title());
    put(text, digest.date());
    put(text, digest.published());
    put(text, digest.image());
    for (Article article : digest.articles()) {
      put(text, article.title());
      put(text, article.url());
      put(text, article.source());
      put(text, article.date());
      for (Section section : article.sections()) {
        put(text, section.heading());
        section.blocks().forEach(block -> put(text, block));
      }
    }
    digest.remainder().forEach(block -> put(text, block));
    return new Content(
        Hash.of(text.toString()),
        digest.articles().stream()
            .map(article -> article.id().value())
            .collect(Collectors.toCollection(TreeSet::new)),
        digest.file());
  }

  /** Whether it is what another one says, or comes of the very same file. */
  boolean isSaidBy(Content other) {
    return hash.equals(other.hash) || (!file.isEmpty() && file.equals(other.file));
  }

  /** Whether most of the links are the same: of one day and language, it is the same digest. */
  boolean isLike(Set<String> others) {
    long common = links.stream().filter(others::contains).count();
    return 2 * common > Math.max(links.size(), others.size());
  }

  private static void put(StringBuilder text, Block block) {
    switch (block) {
      case Block.Heading it -> put(text, it.spans());
      case Block.Paragraph it -> put(text, it.spans());
      case Block.Bullet it -> put(text, it.spans());
      case Block.Ordered it -> {
        put(text, (Object) it.number());
        put(text, it.spans());
      }
      case Block.Quote it -> put(text, it.spans());
      case Block.Code it -> put(text, it.text());
      case Block.Table it -> it.rows().forEach(row -> row.forEach(cell -> put(text, cell)));
      case Block.Image it -> {
        put(text, it.url());
        put(text, it.text());
      }
    }
  }

  private static void put(StringBuilder text, List<Span> spans) {
    put(text, Block.textOf(spans));
    spans.stream().map(Span::link).filter(link -> link != null).forEach(link -> put(text, link));
  }

  private static void put(StringBuilder text, @Nullable Object value) {
    text.append(value == null ? "" : value.toString().strip()).append(END);
  }
}
