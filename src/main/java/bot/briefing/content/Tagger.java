package bot.briefing.content;

import java.util.List;

/** Finds an article's topics. */
@FunctionalInterface
public interface Tagger {
  /** Ids of the topics that the article is about, in the taxonomy's order. */
  List<String> topics(Article article);
}
