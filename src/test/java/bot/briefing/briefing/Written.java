package bot.briefing.briefing;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.content.Section;
import bot.briefing.text.Language;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Digests that are written by hand. */
public final class Written {
  public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private Written() {}

  public static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  /** A digest that appeared at 08:00 in Seoul. */
  public static Digest digest(String stem, String language, Article... articles) {
    return digest(stem, language, List.of(articles), List.of());
  }

  public static Digest digest(
      String stem, String language, List<Article> articles, List<Block> remainder) {
    return digest(stem, language, LocalTime.of(8, 0), articles, remainder);
  }

  public static Digest digest(
      String stem,
      String language,
      LocalTime published,
      List<Article> articles,
      List<Block> remainder) {
    LocalDate date = LocalDate.parse(stem.substring(0, 10));
    return new Digest(
        stem,
        (language.equals("ko") ? "뉴스 " : "News ") + stem,
        date,
        SEOUL,
        language,
        date.atTime(published).atZone(SEOUL).toInstant(),
        null,
        null,
        articles,
        remainder,
        "");
  }

  /** A story with a summary and what follows from it. */
  public static Article article(String title, String source, String... topics) {
    return new Article(
        title,
        URI.create("https://example.org/" + title.hashCode()),
        source,
        null,
        List.of(topics),
        List.of(
            section("요약", bullet("**", "핵심", ": " + title + "의 요약입니다."), bullet("둘째 줄.")),
            section("시사점", bullet(title + "의 시사점입니다."))));
  }

  public static Article[] articles(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> article("기사 " + number, "Example News"))
        .toArray(Article[]::new);
  }

  public static Section section(String heading, Block... blocks) {
    return new Section(heading, List.of(blocks));
  }

  /** Words; the one after {@code "**"} is bold. */
  public static Block bullet(String... words) {
    return new Block.Bullet(1, spans(words));
  }

  public static List<Span> spans(String... words) {
    List<Span> spans = new ArrayList<>();
    boolean strong = false;
    for (String word : words) {
      if (word.equals("**")) {
        strong = true;
      } else {
        spans.add(strong ? Span.strong(word) : Span.plain(word));
        strong = false;
      }
    }
    return spans;
  }

  public static Topic topic(String id, String korean, String english, String... aliases) {
    return new Topic(
        id, Map.of(Language.KO, korean, Language.EN, english), List.of(aliases), List.of());
  }

  /** Regulation, chips, robots; Fujitsu and Example News. */
  public static Taxonomy taxonomy() {
    return new Taxonomy(
        List.of(
            topic("regulation", "규제", "Regulation", "AI Act"),
            topic("chips", "반도체", "Chips"),
            topic("robots", "로봇", "Robots")),
        List.of(
            new Source("Fujitsu Global", List.of("후지쯔", "Fujitsu"), List.of("fujitsu.com")),
            new Source("Example News", List.of(), List.of("example.org"))));
  }
}
