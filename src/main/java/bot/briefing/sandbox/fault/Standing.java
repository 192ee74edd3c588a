package bot.briefing.sandbox.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** A fault and what it has done. Guarded by its {@link Faults}. */
final class Standing {
  final long id;
  final Fault fault;
  private final Map<String, Integer> asked = new HashMap<>();
  private int passed;
  int hits;

  Standing(long id, Fault fault) {
    this.id = id;
    this.fault = fault;
  }

  boolean matches(String method, String chat) {
    return (fault.method().isEmpty() || fault.method().equalsIgnoreCase(method))
        && (fault.chat().isEmpty() || fault.chat().equals(chat));
  }

  /** Whether it befalls this request, which it matches; it counts. */
  boolean strikes(String method, String chat) {
    if (fault.probability() < 1) {
      String who = chat.isEmpty() ? method : chat;
      int nth = asked.merge(who, 1, Integer::sum);
      long mixed = fault.seed() * 31 + who.hashCode();
      if (new SplittableRandom(mixed * 1_000_003 + nth).nextDouble() >= fault.probability()) {
        return false;
      }
    }
    if (passed < fault.skip()) {
      passed++;
      return false;
    }
    hits++;
    return true;
  }

  boolean isSpent() {
    return fault.times() > 0 && hits >= fault.times();
  }
}
