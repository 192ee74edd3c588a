package bot.briefing.journey;

import bot.briefing.sandbox.wire.Book;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The books of all journeys of this run: which methods were asked, and how often. */
final class Coverage {
  private static final Map<String, List<Book>> BOOKS = new ConcurrentHashMap<>();

  private Coverage() {}

  static void read(String platform, Book book) {
    BOOKS.computeIfAbsent(platform, _ -> new CopyOnWriteArrayList<>()).add(book);
  }

  /** Method × count; empty where nobody has travelled on that platform. */
  static Map<String, Integer> counts(String platform) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Book book : BOOKS.getOrDefault(platform, List.of())) {
      book.entries().forEach(entry -> counts.merge(name(entry), 1, Integer::sum));
    }
    return counts;
  }

  /** Discord's answers to an interaction share a route; their type tells them apart. */
  private static String name(Book.Entry entry) {
    return entry.method().endsWith("/callback")
        ? entry.method() + " type " + entry.body().path("type").asText()
        : entry.method();
  }
}
