package bot.briefing.delivery;

import bot.briefing.subscription.Had;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What subscriptions have had. */
final class Past {
  /** Older digests are offered to nobody. */
  private static final Duration KNOWN = Duration.ofDays(40);

  private Past() {}

  static Had of(Handle handle, String subscription) {
    return between(handle, subscription, subscription, Instant.EPOCH)
        .getOrDefault(subscription, Had.NOTHING);
  }

  /** Of all those whose ids lie between two. */
  static Map<String, Had> recent(Handle handle, String first, String last, Instant now) {
    return between(handle, first, last, now.minus(KNOWN));
  }

  private static Map<String, Had> between(Handle handle, String first, String last, Instant since) {
    Map<String, Sum> sums = new HashMap<>();
    handle
        .createQuery(
            """
            select subscription, digest, published, slot, once from delivery
            where subscription between :first and :last and kind = 'NORMAL' and planned >= :since
            """)
        .bind("first", first)
        .bind("last", last)
        .bind("since", Millis.of(since))
        .map(
            (row, _) -> {
              sums.computeIfAbsent(row.getString("subscription"), _ -> new Sum())
                  .add(
                      row.getString("digest"),
                      row.getString("digest").equals(row.getString("once")),
                      Millis.at(row.getLong("published")),
                      Millis.at(row.getLong("slot")));
              return true;
            })
        .forEach(_ -> {});
    Map<String, Had> had = new HashMap<>();
    sums.forEach((id, sum) -> had.put(id, new Had(sum.digests, sum.newest, sum.slot)));
    return had;
  }

  static Had and(Had had, String digest, Instant published, Instant slot) {
    Set<String> digests = new HashSet<>(had.digests());
    digests.add(digest);
    return new Had(digests, later(had.newest(), published), later(had.slot(), slot));
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private static final class Sum {
    private final Set<String> digests = new HashSet<>();
    private @Nullable Instant newest;
    private @Nullable Instant slot;

    /**
     * @param counts not where the chat was gone before anything of it arrived
     */
    void add(String digest, boolean counts, Instant published, Instant used) {
      if (counts) {
        digests.add(digest);
        newest = later(newest, published);
      }
      slot = later(slot, used);
    }
  }
}
