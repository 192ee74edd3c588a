package bot.briefing.content.library;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import bot.briefing.content.UnreadableDigestException;
import bot.briefing.content.UnreadableDigestException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Post} writes, and counts. */
final class CountingReader implements Reading {
  private static final Pattern LINK = Pattern.compile("\\[Somebody]\\(([^)]+)\\)");

  private final Map<String, AtomicInteger> readings = new ConcurrentHashMap<>();
  private final String topic;

  CountingReader() {
    this("none");
  }

  /**
   * @param topic that every article gets
   */
  CountingReader(String topic) {
    this.topic = topic;
  }

  int readings(String fileName) {
    return readings.getOrDefault(fileName, new AtomicInteger()).get();
  }

  int readings() {
    return readings.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  @Override
  public Digest read(String fileName, byte[] file) throws UnreadableDigestException {
    readings.computeIfAbsent(fileName, name -> new AtomicInteger()).incrementAndGet();
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      throw new UnreadableDigestException(fileName, 1, Reason.EMPTY, "");
    }
    if (text.indexOf("\n---\n", 3) < 0) {
      throw new UnreadableDigestException(fileName, 1, Reason.NOT_CLOSED, "");
    }
    OffsetDateTime published = OffsetDateTime.parse(expect(text, "date"));
    List<Article> articles =
        LINK.matcher(text).results().map(MatchResult::group).map(this::article).toList();
    String language = find(text, "lang");
    String body = text.substring(text.indexOf("\n---\n", 3));
    return new Digest(
        fileName.replaceFirst("\\.[^.]*$", ""),
        expect(text, "title"),
        published.toLocalDate(),
        published.getOffset(),
        language == null ? "ko" : language,
        published.toInstant(),
        find(text, "ref"),
        null,
        articles,
        List.of(new Block.Paragraph(List.of(Span.plain(body)))),
        "");
  }

  private Article article(String link) {
    URI url = URI.create(link.replaceFirst(".*\\(", "").replace(")", ""));
    return new Article(
        "Story of " + url,
        url,
        "Somebody",
        null,
        List.of(topic),
        List.of(new Section(null, List.of())));
  }

  private static String expect(String text, String key) {
    String found = find(text, key);
    if (found == null) {
      throw new IllegalArgumentException("no " + key + " in " + text);
    }
    return found;
  }

  private static @Nullable String find(String text, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + ": (.*)$").matcher(text);
    return line.find() ? line.group(1) : null;
  }
}
