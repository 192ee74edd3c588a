package bot.briefing.topic;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.content.Article;
import bot.briefing.content.DigestReader;
import bot.briefing.content.Section;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles for the tests of this room. */
final class Stories {
  private Stories() {}

  /** A story with a headline and bullets, in which {@code **} makes bold. */
  static Article story(String headline, String... bullets) {
    return story(headline, null, null, List.of(bullets));
  }

  static Article from(@Nullable String source, @Nullable String url) {
    return story("A headline", source, url == null ? null : URI.create(url), List.of());
  }

  /** The stories of a digest, before they are tagged. */
  static List<Article> of(Path digest) throws Exception {
    return new DigestReader(ZoneId.of("Asia/Seoul"), _ -> List.of())
        .read(String.valueOf(digest.getFileName()), Files.readAllBytes(digest))
        .articles();
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
