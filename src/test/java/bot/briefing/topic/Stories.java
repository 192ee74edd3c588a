package bot.briefing.topic;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.Section;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Articles for the tests of this room. */
final class Stories {
  private static final Pattern SOURCE = Pattern.compile("\\[([^]]+)]\\((\\S+)\\) - .*");

  private Stories() {}

  /** A story with a headline and bullets, in which {@code **} makes bold. */
  static Article story(String headline, String... bullets) {
    return story(headline, null, null, List.of(bullets));
  }

  static Article from(@Nullable String source, @Nullable String url) {
    return story("A headline", source, url == null ? null : URI.create(url), List.of());
  }

  /** The stories of one of our own digests, as far as tagging looks at them. */
  static List<Article> of(Path digest) throws IOException {
    List<Article> stories = new ArrayList<>();
    String body = Files.readString(digest).split("(?m)^---$", 3)[2];
    for (String part : body.split("(?m)^## ", -1)) {
      Matcher source = SOURCE.matcher(part);
      if (source.find()) {
        stories.add(
            story(
                part.lines().findFirst().orElseThrow(),
                source.group(1),
                URI.create(source.group(2)),
                part.lines()
                    .filter(line -> line.startsWith("- "))
                    .map(line -> line.substring(2))
                    .toList()));
      }
    }
    return stories;
  }

  private static Article story(
      String headline, @Nullable String source, @Nullable URI url, List<String> bullets) {
    List<Block> blocks = new ArrayList<>();
    bullets.forEach(bullet -> blocks.add(new Block.Bullet(1, spans(bullet))));
    return new Article(headline, url, source, null, List.of(), List.of(new Section(null, blocks)));
  }

  private static List<Span> spans(String bullet) {
    List<Span> spans = new ArrayList<>();
    boolean isBold = false;
    for (String text : bullet.split("\\*\\*", -1)) {
      if (!text.isEmpty()) {
        spans.add(isBold ? Span.strong(text) : Span.plain(text));
      }
      isBold = !isBold;
    }
    return spans;
  }
}
