package bot.briefing.topic;

import bot.briefing.card.Block;
import bot.briefing.content.Article;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plain words that are looked for in articles, found as the taxonomy's key words are: blind to
 * case, width and Unicode form, at the beginning of a word, with whatever Korean glues to its end;
 * of Latin letters as whole words, with or without a plural's s. Immutable; safe for any thread.
 */
public final class MuteWords {
  private final Keywords keywords;

  public MuteWords(Collection<String> words) {
    this.keywords = new Keywords(List.of(List.copyOf(words)));
  }

  /** Whether one of them stands in the headline or in the text. */
  public boolean standIn(Article article) {
    return standIn(article.title())
        || article.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .map(Block::text)
            .anyMatch(this::standIn);
  }

  private boolean standIn(String text) {
    AtomicBoolean found = new AtomicBoolean();
    keywords.find(text, (_, _) -> found.set(true));
    return found.get();
  }
}
