package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The right to a platform, as a row that its owner touches every second. Whoever sees it untouched
 * for four seconds of their own time takes it: clocks of several machines are not compared. Where
 * the database lets only one instance in, that one takes it at once.
 */
final class Ownership implements Lease {
  private static final long DEAD = Duration.ofSeconds(4).toNanos();
  private static final long BEAT = Duration.ofMillis(900).toNanos();
  private static final long SURE = Duration.ofSeconds(3).toNanos();

  private final Commits commits;
  private final Platform platform;
  private final String instance;
  private final boolean alone;
  private final Meter meter;
  private volatile long epoch;
  private volatile long sureUntil;
  private Seen seen = new Seen(-1, -1);
  private long seenAt;
  private long beatAt;

  /**
   * @param alone whether the database lets only this instance in
   */
  Ownership(
      Commits commits, Platform platform, String instance, boolean alone, InstantSource clock) {
    this.commits = commits;
    this.platform = platform;
    this.instance = instance;
    this.alone = alone;
    this.meter = new Meter(clock);
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public boolean isHeld() {
    return epoch > 0 && (alone || meter.currentTimeNanos() < sureUntil);
  }

  /**
   * Keeps the platform, or takes it where nobody keeps it. To be called more often than once a
   * second: that is how soon it is taken.
   *
   * @return whether it has just become ours
   */
  synchronized boolean keep() {
    long start = meter.currentTimeNanos();
    if (epoch > 0) {
      if (alone || start < beatAt + BEAT) {
        return false;
      }
      beatAt = start;
      if (!commits.write(this::beat)) {
        epoch = 0;
        return false;
      }
      sureUntil = start + SURE;
      return false;
    }
    long taken = commits.write(handle -> take(handle, start));
    if (taken > 0) {
      beatAt = start;
      sureUntil = start + SURE;
      epoch = taken;
    }
    return taken > 0;
  }

  /** Lets others take it at once. */
  synchronized void release() {
    if (epoch > 0 && !alone) {
      long mine = epoch;
      commits.write(
          handle ->
              handle
                  .createUpdate(
                      "update ownership set beat = 0"
                          + " where platform = :platform and epoch = :epoch")
                  .bind("platform", platform.name())
                  .bind("epoch", mine)
                  .execute());
    }
    epoch = 0;
  }

  private boolean beat(Handle handle) {
    return handle
            .createUpdate(
                "update ownership set beat = beat + 1"
                    + " where platform = :platform and epoch = :epoch")
            .bind("platform", platform.name())
            .bind("epoch", epoch)
            .execute()
        == 1;
  }

  private long take(Handle handle, long now) {
    Optional<Seen> row =
        handle
            .createQuery("select epoch, beat from ownership where platform = :platform")
            .bind("platform", platform.name())
            .map((one, _) -> new Seen(one.getLong("epoch"), one.getLong("beat")))
            .findFirst();
    if (row.isEmpty()) {
      return insert(handle);
    }
    Seen is = row.get();
    if (!is.equals(seen)) {
      seen = is;
      seenAt = now;
    }
    boolean free = alone || is.beat == 0 || now - seenAt >= DEAD;
    return free && replace(handle, is) ? is.epoch + 1 : 0;
  }

  private long insert(Handle handle) {
    return handle
        .createUpdate(
            """
            insert into ownership (platform, epoch, instance, beat)
            values (:platform, 1, :instance, 1) on conflict (platform) do nothing
            """)
        .bind("platform", platform.name())
        .bind("instance", instance)
        .execute();
  }

  private boolean replace(Handle handle, Seen is) {
    return handle
            .createUpdate(
                """
                update ownership set epoch = epoch + 1, beat = 1, instance = :instance
                where platform = :platform and epoch = :epoch and beat = :beat
                """)
            .bind("platform", platform.name())
            .bind("instance", instance)
            .bind("epoch", is.epoch)
            .bind("beat", is.beat)
            .execute()
        == 1;
  }

  private record Seen(long epoch, long beat) {}
}
