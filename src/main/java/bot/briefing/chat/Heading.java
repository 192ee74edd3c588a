package bot.briefing.chat;

import java.util.List;

/**
 * What a digest's own thread or post is called.
 *
 * @param title not empty
 * @param topics each with its names in all languages, the most frequent first
 */
public record Heading(String title, List<List<String>> topics) {
  public Heading {
    topics = topics.stream().map(List::copyOf).toList();
    if (title.isBlank()) {
      throw new IllegalArgumentException("a heading without a title");
    }
  }
}
