package bot.briefing.sandbox.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of one platform and how they were kept. Off until they are enforced; what arrives is
 * counted either way. Safe for any thread.
 */
public final class Limits {
  private final InstantSource clock;
  private final Map<String, Budget> budgets = new HashMap<>();
  private boolean enforced;
  private double tolerance;
  private long accepted;
  private long refused;
  private long newest = Long.MIN_VALUE;

  /**
   * The platform's word on one request.
   *
   * @param delay zero when it passes
   * @param everywhere whether the bot as a whole is over its limit
   * @param limit and what follows: the state of the narrowest budget that is not everywhere's
   */
  public record Word(Duration delay, boolean everywhere, int limit, int remaining, Duration reset) {
    static final Word ROOMY = new Word(Duration.ZERO, false, 0, 0, Duration.ZERO);

    public boolean passes() {
      return delay.isZero();
    }
  }

  /** How the limits stand. */
  public record State(boolean enforced, double tolerance, long accepted, long refused) {}

  public Limits(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Enforces the limits from now on, or no longer; the counts begin anew.
   *
   * @param more by how much a limit may be exceeded: 0 as published, 0.1 a tenth more
   */
  public synchronized void enforce(boolean on, double more) {
    if (!(more >= 0 && more <= 1)) {
      throw new IllegalArgumentException("The tolerance must be from 0 to 1.");
    }
    enforced = on;
    tolerance = more;
    accepted = 0;
    refused = 0;
    budgets.clear();
  }

  public synchronized State state() {
    return new State(enforced, tolerance, accepted, refused);
  }

  /** A request arrives: passes and is counted, or is refused and is not. */
  public synchronized Word arrive(List<Rule> rules) {
    long now = clock.instant().toEpochMilli();
    if (now < newest) {
      budgets.clear();
    }
    newest = now;
    if (!enforced || rules.isEmpty()) {
      accepted += rules.isEmpty() ? 0 : 1;
      return Word.ROOMY;
    }
    List<Budget> all = rules.stream().map(this::budget).toList();
    Word word = Word.ROOMY;
    for (int i = 0; i < all.size(); i++) {
      long wait = all.get(i).delay(now);
      if (wait > word.delay.toMillis()) {
        word = word(all.get(i), rules.get(i), now, wait);
      }
    }
    if (!word.passes()) {
      refused++;
      return word;
    }
    accepted++;
    for (int i = 0; i < all.size(); i++) {
      all.get(i).take(now);
      if (!rules.get(i).everywhere()) {
        word = word(all.get(i), rules.get(i), now, 0);
      }
    }
    return word;
  }

  private Budget budget(Rule rule) {
    int room = rule.limit() + (int) Math.floor(rule.limit() * tolerance);
    return budgets.computeIfAbsent(rule.key(), _ -> rule.fresh().apply(room));
  }

  private static Word word(Budget budget, Rule rule, long now, long wait) {
    return new Word(
        Duration.ofMillis(wait),
        rule.everywhere(),
        budget.limit(),
        budget.remaining(now),
        Duration.ofMillis(budget.reset(now)));
  }
}
