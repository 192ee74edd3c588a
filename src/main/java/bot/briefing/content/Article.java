package bot.briefing.content;

import bot.briefing.card.ShortHash;
import bot.briefing.card.Span;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One story of a digest.
 *
 * @param title the headline without its style; never empty
 * @param url absolute, {@code http} or {@code https}
 * @param source the publisher as the author wrote it
 * @param date the day on which the source published it
 * @param topics ids of the taxonomy, in its order
 */
public record Article(
    String title,
    @Nullable URI url,
    @Nullable String source,
    @Nullable LocalDate date,
    List<String> topics,
    List<Section> sections) {
  public Article {
    if (title.isBlank()) {
      throw new IllegalArgumentException("an article without a headline");
    }
    if (url != null && !Span.isWeb(url)) {
      throw new IllegalArgumentException("not a web address: " + url);
    }
    topics = List.copyOf(topics);
    sections = List.copyOf(sections);
  }

  /**
   * What buttons name this article by: its link, or its headline where it has none. Not its place,
   * for a correction may move it.
   */
  public ShortHash id() {
    return ShortHash.of(url == null ? title : url.toString());
  }

  public Article withTopics(List<String> others) {
    return new Article(title, url, source, date, others, sections);
  }
}
