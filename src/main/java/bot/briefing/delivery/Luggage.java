package bot.briefing.delivery;

import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A digest that an order has had, as it moves house.
 *
 * @param once the digest; something else where nothing of it arrived
 */
record Luggage(
    String once,
    String digest,
    LocalDate date,
    String language,
    Instant published,
    Ledger.Status status,
    Reason reason,
    Instant planned,
    Instant slot,
    Instant ended) {
  /**
   * What an order has had lately. What waits and was never tried is left for the new house to plan;
   * of what may have arrived in part nothing more is sent.
   */
  static List<Luggage> of(Handle handle, String subscription, Instant since) {
    return handle
        .createQuery(
            """
            select d.*, (select count(*) from part p where p.delivery = d.id
              and p.task <> 'TOPIC' and (p.state in ('FLYING', 'SENT') or p.doubt <> 0)) as touched
            from delivery d
            where d.subscription = :subscription and d.kind = 'NORMAL' and d.planned >= :since
            order by d.planned, d.id
            """)
        .bind("subscription", subscription)
        .bind("since", Millis.of(since))
        .map((row, _) -> row(row))
        .list()
        .stream()
        .filter(one -> one.status != Ledger.Status.WAITING)
        .toList();
  }

  private static Luggage row(ResultSet row) throws SQLException {
    Ledger.Status status = Ledger.Status.valueOf(row.getString("status"));
    boolean broken = status == Ledger.Status.WAITING && row.getInt("touched") > 0;
    long ended = row.getLong("ended");
    boolean open = row.wasNull();
    Instant planned = Millis.at(row.getLong("planned"));
    return new Luggage(
        row.getString("once"),
        row.getString("digest"),
        LocalDate.parse(row.getString("digest_date")),
        row.getString("language"),
        Millis.at(row.getLong("published")),
        broken ? Ledger.Status.MISSED : status,
        broken ? Reason.IN_DOUBT : Reason.valueOf(row.getString("reason")),
        planned,
        Millis.at(row.getLong("slot")),
        open ? planned : Millis.at(ended));
  }

  ObjectNode write() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("once", once)
        .put("digest", digest)
        .put("date", date.toString())
        .put("language", language)
        .put("published", published.toString())
        .put("status", status.name())
        .put("reason", reason.name())
        .put("planned", planned.toString())
        .put("slot", slot.toString())
        .put("ended", ended.toString());
  }

  /**
   * What {@link #write} gave.
   *
   * @throws IllegalArgumentException where it is none
   * @throws java.time.DateTimeException likewise of a time
   */
  static Luggage read(JsonNode json) {
    Ledger.Status status = Ledger.Status.valueOf(text(json, "status"));
    if (status == Ledger.Status.WAITING) {
      throw new IllegalArgumentException("what waits does not move");
    }
    return new Luggage(
        text(json, "once"),
        text(json, "digest"),
        LocalDate.parse(text(json, "date")),
        text(json, "language"),
        Instant.parse(text(json, "published")),
        status,
        Reason.valueOf(text(json, "reason")),
        Instant.parse(text(json, "planned")),
        Instant.parse(text(json, "slot")),
        Instant.parse(text(json, "ended")));
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" of \"had\" is missing, or no text");
    }
    return json.path(field).textValue();
  }

  /** Writes it for an order that was not there, in the caller's transaction. */
  void write(Handle handle, Subscription order) {
    Shipment shipment = shipment(order);
    int written = Shipment.write(handle, List.of(shipment));
    if (written > 0) {
      handle
          .createUpdate("update delivery set ended = :ended where id = :id")
          .bind("ended", Millis.of(ended))
          .bind("id", shipment.id())
          .execute();
    }
  }

  private Shipment shipment(Subscription order) {
    byte[] unique = (order.id() + ' ' + once).getBytes(StandardCharsets.UTF_8);
    return new Shipment(
        UUID.nameUUIDFromBytes(unique).toString(),
        order.id(),
        once,
        Turn.Kind.NORMAL,
        order.chat(),
        order.silent(),
        digest,
        date,
        language,
        published,
        status,
        reason,
        planned,
        slot,
        slot,
        null,
        List.of());
  }
}
