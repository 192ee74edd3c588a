package bot.briefing.content;

import bot.briefing.card.Block;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one digest's file. Pure: the same bytes give the same digest. Safe for any thread. */
public final class DigestReader {
  private static final int MEBIBYTE = 1 << 20;

  /** To read a file and show it takes some fifty times its size. */
  private static final int SHARE = 64;

  /** The largest file that is read: by the memory of the process, and one mebibyte at least. */
  public static final int MOST_BYTES =
      Math.clamp(Runtime.getRuntime().maxMemory() / SHARE, MEBIBYTE, 64 * MEBIBYTE);

  private final ZoneId zone;
  private final Tagger tagger;

  /**
   * @param zone of dates that name none
   */
  public DigestReader(ZoneId zone, Tagger tagger) {
    this.zone = zone;
    this.tagger = tagger;
  }

  /** A file's bytes; of one that is larger than {@link #MOST_BYTES} one more than these. */
  public static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  /**
   * Reads a file.
   *
   * @param fileName without folder: {@code 2026-02-12-ai-news.md}
   * @throws UnreadableDigestException when it is empty, not UTF-8, or its front matter is not
   *     closed or no YAML, and where it is larger than {@link #MOST_BYTES}; all else is read
   */
  public Digest read(String fileName, byte[] file) throws UnreadableDigestException {
    Post post = Post.of(fileName, file);
    List<Article> articles =
        post.outline().drafts().stream()
            .map(Draft::article)
            .map(article -> article.withTopics(tagger.topics(article)))
            .toList();
    Moment moment = moment(post, articles);
    boolean withdrawn = post.matter().text("published").filter("false"::equals).isPresent();
    return new Digest(
        post.name().stem(),
        post.title(),
        moment.date(),
        moment.zone(),
        language(post, articles),
        withdrawn ? Instant.MAX : moment.instant(),
        post.matter().text("ref").orElse(null),
        image(post),
        articles,
        post.outline().remainder(),
        FileText.hash(file));
  }

  /** The front matter's date, else the file name's, else the latest that a story tells. */
  private Moment moment(Post post, List<Article> articles) {
    Optional<Moment> written = post.matter().text("date").flatMap(date -> Moment.of(date, zone));
    return written.orElseGet(
        () -> {
          LocalDate named = post.name().date();
          LocalDate date =
              named != null
                  ? named
                  : articles.stream()
                      .map(Article::date)
                      .filter(Objects::nonNull)
                      .max(Comparator.naturalOrder())
                      .orElse(LocalDate.EPOCH);
          return new Moment(date, LocalTime.MIDNIGHT, zone);
        });
  }

  private static String language(Post post, List<Article> articles) {
    return post.matter()
        .text("lang")
        .flatMap(Languages::primary)
        .or(() -> Optional.ofNullable(post.name().language()))
        .orElseGet(() -> Languages.shownBy(post.title() + text(articles, post.outline())));
  }

  private static String text(List<Article> articles, Outline outline) {
    String told =
        articles.stream()
            .flatMap(
                article ->
                    article.sections().stream()
                        .flatMap(section -> section.blocks().stream())
                        .map(Block::text))
            .collect(Collectors.joining("\n"));
    String titles = articles.stream().map(Article::title).collect(Collectors.joining("\n"));
    String rest = outline.remainder().stream().map(Block::text).collect(Collectors.joining("\n"));
    return titles + told + rest;
  }

  private static @Nullable URI image(Post post) {
    return post.matter().text("image", "path", "url", "src").flatMap(Addresses::web).orElse(null);
  }
}
