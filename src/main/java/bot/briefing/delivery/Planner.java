package bot.briefing.delivery;

import bot.briefing.chat.Channel;
import bot.briefing.chat.Part;
import bot.briefing.chat.Platform;
import bot.briefing.content.Library;
import bot.briefing.content.Withheld;
import bot.briefing.subscription.Decision;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Asks the due rule for all who are to be looked at, and writes what is due: the delivery, its
 * parts and when to look again are one transaction. {@link #plan} is called by one thread.
 */
final class Planner {
  /** Others may write between two pages. */
  private static final int PAGE = 1000;

  private static final Duration SOON = Duration.ofSeconds(1);

  private final Commits commits;
  private final Library library;
  private final Library shown;
  private final Rule rule;
  private final Briefer briefer;
  private final Map<Platform, Channel> channels;
  private final Policy policy;
  private final AtomicBoolean everybody = new AtomicBoolean(true);
  private @Nullable Instant publication;

  /**
   * @param library of which what is withheld is not sent to who asks for it either
   */
  Planner(
      Commits commits,
      Withheld library,
      Rule rule,
      Briefer briefer,
      Map<Platform, Channel> channels,
      Policy policy) {
    this.commits = commits;
    this.library = library.all();
    this.shown = library;
    this.rule = rule;
    this.briefer = briefer;
    this.channels = channels;
    this.policy = policy;
  }

  /** At the next pass everybody is looked at: the digests have changed. */
  void everybody() {
    everybody.set(true);
  }

  /**
   * Plans all that is due.
   *
   * @param platforms those that this instance owns
   * @return how many deliveries were written
   */
  int plan(Set<Platform> platforms, Instant now) {
    if (platforms.isEmpty()) {
      return 0;
    }
    boolean published = publication != null && !publication.isAfter(now);
    boolean all = everybody.getAndSet(false) || published;
    if (!all && commits.read(Orders::earliest).isAfter(now)) {
      return 0;
    }
    try {
      return pass(platforms, all, now);
    } catch (RuntimeException | Error e) {
      everybody.compareAndSet(false, all);
      throw e;
    }
  }

  private int pass(Set<Platform> platforms, boolean all, Instant now) {
    Names names = commits.read(handle -> Names.of(library, handle, now));
    List<Offer> offers = names.offers();
    Drafts drafts = new Drafts(library, briefer, channels, names);
    String after = "";
    int planned = 0;
    while (true) {
      String from = after;
      Page page = commits.write(handle -> page(handle, platforms, all, from, offers, drafts, now));
      planned += page.planned;
      if (page.last.isEmpty()) {
        break;
      }
      after = page.last;
    }
    publication =
        offers.stream()
            .flatMap(offer -> offer.editions().values().stream())
            .filter(instant -> instant.isAfter(now))
            .min(Instant::compareTo)
            .orElse(null);
    return planned;
  }

  private Page page(
      Handle handle,
      Set<Platform> platforms,
      boolean all,
      String after,
      List<Offer> offers,
      Drafts drafts,
      Instant now) {
    List<Orders.Row> rows = Orders.page(handle, platforms, now, all, after, PAGE);
    if (rows.isEmpty()) {
      return new Page(0, "");
    }
    String first = rows.getFirst().subscription().id();
    String last = rows.getLast().subscription().id();
    Map<String, Had> had = Past.recent(handle, first, last, now);
    List<Shipment> shipments = new ArrayList<>();
    PreparedBatch looks =
        handle.prepareBatch("update subscription set look_at = ? where id = ? and look_at = ?");
    for (Orders.Row row : rows) {
      Subscription one = row.subscription();
      long next =
          Millis.of(
              decide(one, offers, had.getOrDefault(one.id(), Had.NOTHING), drafts, shipments, now));
      if (next != row.lookAt()) {
        looks.add(next, one.id(), row.lookAt());
      }
    }
    int planned = Shipment.write(handle, shipments);
    if (looks.size() > 0) {
      looks.execute();
    }
    return new Page(planned, rows.size() < PAGE ? "" : last);
  }

  /** When to look again. */
  private Instant decide(
      Subscription one,
      List<Offer> offers,
      Had had,
      Drafts drafts,
      List<Shipment> shipments,
      Instant now) {
    Decision decision = rule.decide(one, offers, had, now);
    if (decision instanceof Decision.Send send) {
      shipments.add(shipment(one, send, drafts, now));
      Offer offer = send.offer();
      decision =
          rule.decide(
              one, offers, Past.and(had, offer.digest(), offer.published(), send.slot()), now);
    }
    return switch (decision) {
      case Decision.Send _ -> now.plus(SOON);
      case Decision.Wait(var until, _) -> until.isAfter(now) ? until : now.plus(SOON);
    };
  }

  private Shipment shipment(Subscription one, Decision.Send send, Drafts drafts, Instant now) {
    Drafts.Drawn drawn = drafts.drawn(send.offer(), send.language(), one, now);
    return shipment(
        one,
        send.offer(),
        send.language(),
        Turn.Kind.NORMAL,
        drawn.parts().isEmpty() ? Reason.NO_TOPIC_MATCHED : send.reason(),
        send.slot(),
        now,
        drawn);
  }

  /** The latest digest that was published, marked as a test; false: there is none. */
  boolean test(Subscription one, Instant now) {
    Optional<Offer> latest = Offers.latest(shown, now);
    if (latest.isEmpty()) {
      return false;
    }
    Offer offer = latest.get();
    String language = Offers.language(offer, one.language().tag(), now);
    List<Part> parts = new Drafts(library, briefer, channels).test(offer, language, one, now);
    if (parts.isEmpty()) {
      return false;
    }
    return commits.write(
            handle ->
                Shipment.write(
                    handle,
                    List.of(
                        shipment(
                            one,
                            offer,
                            language,
                            Turn.Kind.TEST,
                            Reason.ASKED_FOR,
                            now,
                            now,
                            new Drafts.Drawn(null, parts)))))
        == 1;
  }

  /** A digest once more, since the operator asked for it; absent where nothing is in it. */
  @Nullable Shipment resend(Subscription one, Offer offer, Instant now) {
    String language = Offers.language(offer, one.language().tag(), now);
    Drafts.Drawn drawn = new Drafts(library, briefer, channels).drawn(offer, language, one, now);
    return drawn.parts().isEmpty()
        ? null
        : shipment(one, offer, language, Turn.Kind.RESEND, Reason.ASKED_FOR, now, now, drawn);
  }

  /** All digests. */
  Library library() {
    return library;
  }

  /** Those that are not withdrawn. */
  Library shown() {
    return shown;
  }

  private Shipment shipment(
      Subscription one,
      Offer offer,
      String language,
      Turn.Kind kind,
      Reason reason,
      Instant slot,
      Instant now,
      Drafts.Drawn drawn) {
    String id = UUID.randomUUID().toString();
    boolean normal = kind == Turn.Kind.NORMAL;
    return new Shipment(
        id,
        one.id(),
        normal ? offer.digest() : id,
        kind,
        one.chat(),
        one.silent(),
        offer.digest(),
        offer.date(),
        language,
        offer.published(),
        drawn.parts().isEmpty() ? Ledger.Status.MISSED : Ledger.Status.WAITING,
        reason,
        now,
        slot,
        (normal ? offer.published() : now).plus(policy.maxAge()),
        drawn.draft(),
        drawn.parts(),
        kind == Turn.Kind.TEST
            ? Trimmings.NONE
            : trimmings(one, offer, language, now, drawn.parts().size()));
  }

  /** A test calls nobody, and is pinned nowhere. */
  private Trimmings trimmings(
      Subscription one, Offer offer, String language, Instant now, int messages) {
    Channel channel = channels.get(one.chat().platform());
    return channel == null || messages == 0 || one.extras().isNone()
        ? Trimmings.NONE
        : Trimmings.of(one.extras(), channel, briefer.heading(offer, language, one, now), messages);
  }

  /**
   * What became of a page.
   *
   * @param last the id to go on after; empty: it was the last one
   */
  private record Page(int planned, String last) {}
}
