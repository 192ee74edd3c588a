package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Reads one digest's file. Pure: the same bytes give the same digest. Safe for any thread. */
public final class DigestReader {
  private final ZoneId zone;
  private final Tagger tagger;

  /**
   * @param zone of dates that name none
   */
  public DigestReader(ZoneId zone, Tagger tagger) {
    this.zone = zone;
    this.tagger = tagger;
  }

  /**
   * Reads a file.
   *
   * @param fileName without folder: {@code 2026-02-12-ai-news.md}
   * @throws UnreadableDigestException when it is empty, not UTF-8, or its front matter is not
   *     closed or no YAML; all else is read
   */
  public Digest read(String fileName, byte[] file) throws UnreadableDigestException {
    if (file.length == 0) {
      throw new UnreadableDigestException(fileName, 1, "the file is empty");
    }
    String text = new String(file, StandardCharsets.UTF_8);
    LocalDate date = LocalDate.parse(fileName.substring(0, 10));
    Article whole =
        new Article(
            fileName,
            null,
            null,
            date,
            List.of(),
            List.of(new Section(null, List.of(new Block.Paragraph(List.of(Span.plain(text)))))));
    String stem = fileName.replaceFirst("\\.[^.]*$", "");
    return new Digest(
        stem,
        stem,
        date,
        zone,
        "ko",
        date.atStartOfDay(zone).toInstant(),
        null,
        null,
        List.of(whole.withTopics(tagger.topics(whole))),
        List.of());
  }
}
