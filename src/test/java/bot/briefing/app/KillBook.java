package bot.briefing.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a platform's book says. */
record KillBook(Set<String> lost, int doubled, int unexpected) {
  static KillBook of(List<JsonNode> book, List<String> chats) {
    Map<String, Integer> times = new HashMap<>();
    book.forEach(line -> times.merge(line.path("chat").asText(), 1, Integer::sum));
    Set<String> lost = new TreeSet<>(chats);
    lost.removeAll(times.keySet());
    Set<String> known = Set.copyOf(chats);
    int unexpected = 0;
    int doubled = 0;
    for (var entry : times.entrySet()) {
      if (known.contains(entry.getKey())) {
        doubled += entry.getValue() - 1;
      } else {
        unexpected += entry.getValue();
      }
    }
    return new KillBook(lost, doubled, unexpected);
  }

  @Override
  public String toString() {
    return "lost %d, doubled %d, unexpected %d".formatted(lost.size(), doubled, unexpected);
  }
}
