package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One day's file.
 *
 * @param stem the file's name without folder and ending, in NFC: the digest's identity
 * @param title never empty
 * @param date the day that its front matter names
 * @param zone the zone in which the author wrote that date
 * @param language a BCP 47 primary subtag
 * @param published from when on it is shown; {@link Instant#MAX} where its front matter says {@code
 *     published: false}
 * @param ref what its editions share where their file names do not tell
 * @param image a picture of the whole, absolute, {@code http} or {@code https}
 * @param remainder what belongs to no article
 * @param file a hash of the file's bytes, which tells a corrected file from a release that reads
 *     the same one otherwise; empty where no file is known
 */
public record Digest(
    String stem,
    String title,
    LocalDate date,
    ZoneId zone,
    String language,
    Instant published,
    @Nullable String ref,
    @Nullable URI image,
    List<Article> articles,
    List<Block> remainder,
    String file) {
  public Digest {
    if (stem.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a digest without stem or title");
    }
    articles = List.copyOf(articles);
    remainder = List.copyOf(remainder);
  }

  public DigestId id() {
    return DigestId.of(date, stem);
  }

  /**
   * What the editions of one digest have in common: {@code ref}, else the date and the stem without
   * its language.
   */
  public String edition() {
    String suffix = "." + language;
    return ref != null
        ? "ref:" + ref
        : date
            + ":"
            + (stem.endsWith(suffix) ? stem.substring(0, stem.length() - suffix.length()) : stem);
  }

  public Optional<Article> find(ShortHash article) {
    return articles.stream().filter(one -> one.id().equals(article)).findFirst();
  }
}
