package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.content.Library;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what digests said when they were sent with what they say now, and plans what follows:
 * edits of what was corrected, notices where it was withdrawn, an end to what is missing. {@link
 * #plan} is called by the planner's thread.
 */
final class Corrections {
  private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);
  private static final Duration STILL = Duration.ofMinutes(2);
  private static final Duration MISSING = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final Duration FINISH = Duration.ofSeconds(5);
  private static final Duration BROKEN = Duration.ofMinutes(1);

  /** A digest may go on under a date that lies a little before. */
  private static final int DAYS_BEFORE = 3;

  private final Commits commits;
  private final Library library;
  private final Briefer briefer;
  private final Map<Platform, Channel> channels;
  private final Stillness still = new Stillness();
  private final Stillness absent = new Stillness();

  /** Drafts of which a delivery may wait for a message that is not to come any more. */
  private final Map<String, Draft> unfinished = new HashMap<>();

  private Set<Platform> seenFor = Set.of();
  private @Nullable Object seen;
  private Instant finishAt = Instant.MIN;
  private volatile Instant lookAt = Instant.MIN;

  Corrections(Commits commits, Library library, Briefer briefer, Map<Platform, Channel> channels) {
    this.commits = commits;
    this.library = library;
    this.briefer = briefer;
    this.channels = channels;
  }

  /** Something was withdrawn, or no more. */
  void look() {
    lookAt = Instant.MIN;
  }

  /** Something was planned, perhaps of what has changed meanwhile. */
  void planned(Instant now) {
    again(now.plus(STILL));
  }

  /**
   * Plans what follows from what digests say now.
   *
   * @param platforms those that this instance owns
   * @return how many drafts were corrected or withdrawn
   */
  int plan(Set<Platform> platforms, Instant now) {
    if (platforms.isEmpty()) {
      return 0;
    }
    Object state = library.state();
    finish(now);
    if (state.equals(seen) && platforms.equals(seenFor) && lookAt.isAfter(now)) {
      return 0;
    }
    Set<Platform> fresh = EnumSet.copyOf(platforms);
    fresh.removeAll(seenFor);
    lookAt = Instant.MAX;
    try {
      int done = new Look(platforms, fresh, state, now).all();
      seen = state;
      seenFor = Set.copyOf(platforms);
      return done;
    } catch (RuntimeException | Error e) {
      lookAt = now.plus(AGAIN);
      throw e;
    }
  }

  /** Whose turn was read before does not know that it has become the last one. */
  private void finish(Instant now) {
    if (unfinished.isEmpty() || (finishAt.isAfter(now) && finishAt.isBefore(now.plus(STILL)))) {
      return;
    }
    Instant since = now.minus(EditTable.LIFE);
    unfinished
        .values()
        .removeIf(
            draft -> commits.write(handle -> new Mending(handle, draft, since, now).finish()) == 0);
    finishAt = now.plus(FINISH);
  }

  private void again(Instant at) {
    lookAt = at.isBefore(lookAt) ? at : lookAt;
  }

  /** One look at all that was sent lately. */
  private final class Look {
    private final Object state;
    private final Instant now;
    private final Instant since;
    private final Set<String> withdrawn;
    private final List<Draft> drafts;
    private final Whereabouts whereabouts;
    private final boolean blind;

    Look(Set<Platform> platforms, Set<Platform> fresh, Object state, Instant now) {
      this.state = state;
      this.now = now;
      this.since = now.minus(EditTable.LIFE);
      this.withdrawn = commits.read(Withdrawn::digests);
      this.drafts = commits.read(handle -> DraftTable.since(handle, platforms, since));
      this.blind = library.health() instanceof Library.Health.Unreadable;
      this.whereabouts =
          drafts.stream()
              .map(Draft::date)
              .min(Comparator.naturalOrder())
              .map(first -> Whereabouts.of(library, first.minusDays(DAYS_BEFORE)))
              .orElseGet(() -> Whereabouts.of(library, LocalDate.MAX));
      drafts.stream()
          .filter(draft -> fresh.contains(draft.platform()))
          .forEach(draft -> unfinished.put(draft.id(), draft));
    }

    int all() {
      Set<String> keys = drafts.stream().map(Look::key).collect(Collectors.toSet());
      still.retain(keys);
      absent.retain(keys);
      int done = 0;
      for (Draft draft : drafts) {
        try {
          done += follow(draft) ? 1 : 0;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
          LOG.error("{} of {} cannot be corrected yet", draft.digest(), draft.platform(), e);
          again(now.plus(BROKEN));
        }
      }
      return done;
    }

    private static String key(Draft draft) {
      return draft.digest() + " " + draft.language();
    }

    private boolean follow(Draft draft) {
      if (withdrawn.contains(draft.digest())) {
        return withdraw(draft);
      }
      Sight sight = whereabouts.find(draft, now);
      missing(draft, blind || sight instanceof Sight.Missing);
      return switch (sight) {
        case Sight.Shown shown ->
            isStill(draft, shown.content().hash(), shown.content().isSaidBy(draft.content()))
                && correct(draft, shown);
        case Sight.Withdrawn _ -> isStill(draft, Content.WITHDRAWN, false) && withdraw(draft);
        case Sight.Missing _, Sight.Ahead _ -> false;
      };
    }

    /** Whether it differs from what was sent, and has been so for long enough. */
    private boolean isStill(Draft draft, String hash, boolean same) {
      Instant settled = still.since(key(draft), hash, now).plus(STILL);
      if (same && !draft.isWithdrawn()) {
        return false;
      }
      if (settled.isAfter(now)) {
        again(settled);
        return false;
      }
      return true;
    }

    private void missing(Draft draft, boolean is) {
      Instant late = absent.since(key(draft), Boolean.toString(is), now).plus(MISSING);
      if (is && late.isAfter(now)) {
        again(late);
      } else if (is) {
        stop(draft, Reason.FILE_MISSING);
      }
    }

    private void stop(Draft draft, Reason reason) {
      int left = commits.write(handle -> new Mending(handle, draft, since, now).stop(reason));
      if (left > 0) {
        again(now.plus(AGAIN));
      }
    }

    private boolean withdraw(Draft draft) {
      if (draft.isWithdrawn()) {
        stop(draft, Reason.WITHDRAWN);
        return false;
      }
      Channel channel = channels.get(draft.platform());
      if (channel == null) {
        return false;
      }
      var notice = Fit.notice(channel, draft.subscription());
      commits.write(
          handle -> {
            new Mending(handle, draft, since, now).withdraw(notice);
            return true;
          });
      LOG.info("{}: {} is withdrawn", draft.platform(), draft.digest());
      again(now.plus(AGAIN));
      return true;
    }

    private boolean correct(Draft draft, Sight.Shown shown) {
      Channel channel = channels.get(draft.platform());
      if (channel == null) {
        return false;
      }
      Fit fit = fit(draft, shown.digest(), channel);
      if (!state.equals(library.state())) {
        // What was drawn may be of another content than what it was compared with.
        again(now);
        return false;
      }
      boolean fewer =
          commits.write(
              handle -> new Mending(handle, draft, since, now).correct(fit, shown.content()));
      LOG.info("{}: {} is corrected", draft.platform(), draft.digest());
      if (fewer) {
        unfinished.put(draft.id(), draft);
      }
      return true;
    }

    private Fit fit(Draft draft, Digest digest, Channel channel) {
      Subscription order = draft.subscription();
      Offer offer =
          new Offer(
              digest.edition(),
              digest.date(),
              digest.published(),
              Map.of(digest.language(), digest.published()));
      List<Card> cards = briefer.cards(offer, digest.language(), order, now);
      return new Fit(channel, order, digest, cards);
    }
  }
}
