package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.store.Database;
import bot.briefing.subscription.Offer;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What the command line asks of the running bot: rows that it picks up within a second. */
public final class Resends {
  private final Commits commits;
  private final Planner planner;

  Resends(Commits commits, Planner planner) {
    this.commits = commits;
    this.planner = planner;
  }

  /**
   * Asks, beside the running bot, for a day's digest once more.
   *
   * @return the request's id
   */
  public static String ask(Database database, Chat chat, LocalDate day, Instant now) {
    String id = UUID.randomUUID().toString();
    database
        .jdbi()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into request (id, platform, chat, thread, day, asked)
                        values (:id, :platform, :chat, :thread, :day, :asked)
                        """)
                    .bind("id", id)
                    .bind("platform", chat.platform().name())
                    .bind("chat", chat.id())
                    .bind("thread", Orders.thread(chat))
                    .bind("day", day.toString())
                    .bind("asked", Millis.of(now))
                    .execute());
    return id;
  }

  /** What became of a request; empty: it was not picked up yet. */
  public static Optional<Outcome> outcome(Database database, String id) {
    return Requests.RESEND.outcome(database, id).map(Outcome::valueOf);
  }

  /** Picks up what was asked for. */
  int pickUp(Set<Platform> platforms, Instant now) {
    if (platforms.isEmpty()) {
      return 0;
    }
    List<Request> requests = commits.read(handle -> open(handle, platforms));
    if (requests.isEmpty()) {
      return 0;
    }
    return commits.write(
        handle -> {
          for (Request request : requests) {
            Requests.RESEND.end(handle, request.id, plan(handle, request, now));
          }
          return requests.size();
        });
  }

  private Outcome plan(Handle handle, Request request, Instant now) {
    List<Subscription> orders = Orders.in(handle, request.chat);
    if (orders.isEmpty()) {
      return Outcome.NOT_SUBSCRIBED;
    }
    Optional<Offer> offer = Offers.on(planner.shown(), request.day, now);
    if (offer.isEmpty()) {
      return Offers.on(planner.library(), request.day, now).isEmpty()
          ? Outcome.NO_DIGEST
          : Outcome.WITHDRAWN;
    }
    List<Shipment> shipments = new ArrayList<>();
    for (Subscription order : orders) {
      Shipment shipment = planner.resend(order, offer.get(), now);
      if (shipment != null) {
        shipments.add(shipment);
      }
    }
    Shipment.write(handle, shipments);
    return shipments.isEmpty() ? Outcome.NO_TOPIC_MATCHED : Outcome.PLANNED;
  }

  private static List<Request> open(Handle handle, Set<Platform> platforms) {
    return handle
        .createQuery(
            "select * from request where outcome is null and platform in (<platforms>)"
                + " order by asked")
        .bindList("platforms", platforms.stream().map(Enum::name).toList())
        .map(
            (row, _) -> {
              String thread = row.getString("thread");
              return new Request(
                  row.getString("id"),
                  new Chat(
                      Platform.valueOf(row.getString("platform")),
                      row.getString("chat"),
                      thread.isEmpty() ? null : thread),
                  LocalDate.parse(row.getString("day")));
            })
        .list();
  }

  /** What became of a request. */
  public enum Outcome {
    PLANNED,
    NOT_SUBSCRIBED,
    NO_DIGEST,
    /** All digests of the day are. */
    WITHDRAWN,
    NO_TOPIC_MATCHED
  }

  private record Request(String id, Chat chat, LocalDate day) {}
}
