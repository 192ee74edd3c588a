package bot.briefing.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Since when things have looked as they look. Forgotten at the end of the process. */
final class Stillness {
  private final Map<String, Seen> seen = new HashMap<>();

  /** Since when this has been so without a break, as far as it was looked at. */
  Instant since(String key, String look, Instant now) {
    Seen last = seen.get(key);
    if (last == null || !last.look.equals(look) || last.since.isAfter(now)) {
      seen.put(key, new Seen(look, now));
      return now;
    }
    return last.since;
  }

  void retain(Set<String> keys) {
    seen.keySet().retainAll(keys);
  }

  private record Seen(String look, Instant since) {}
}
