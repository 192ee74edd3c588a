package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Part;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * A delivery with its parts, to be written.
 *
 * @param once what may be delivered to a subscription only once
 */
record Shipment(
    String id,
    String subscription,
    String once,
    Turn.Kind kind,
    Chat chat,
    boolean silent,
    String digest,
    LocalDate date,
    String language,
    Instant published,
    Ledger.Status status,
    Reason reason,
    Instant planned,
    Instant slot,
    Instant deadline,
    List<Part> parts) {

  /**
   * Writes those that were not written before, in the caller's transaction.
   *
   * @return how many those were
   */
  static int write(Handle handle, List<Shipment> shipments) {
    if (shipments.isEmpty()) {
      return 0;
    }
    int[] written = deliveries(handle, shipments);
    Map<Part, String> words = new LinkedHashMap<>();
    PreparedBatch parts =
        handle.prepareBatch(
            """
            insert into part (delivery, number, words, state, as_plain, doubt, attempts)
            values (?, ?, ?, 'WAITING', 0, 0, 0)
            """);
    int count = 0;
    for (int index = 0; index < written.length; index++) {
      if (written[index] != 1) {
        continue;
      }
      count++;
      int number = 0;
      for (Part part : shipments.get(index).parts()) {
        String id = words.computeIfAbsent(part, Shipment::hash);
        parts.add(shipments.get(index).id(), number, id);
        number++;
      }
    }
    words(handle, words);
    if (parts.size() > 0) {
      parts.execute();
    }
    return count;
  }

  private static int[] deliveries(Handle handle, List<Shipment> shipments) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into delivery (id, subscription, once, kind, platform, chat, thread, silent,
              digest, digest_date, language, published, status, reason, planned, slot, deadline,
              ended)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (subscription, once) do nothing
            """);
    for (Shipment one : shipments) {
      batch.add(
          one.id,
          one.subscription,
          one.once,
          one.kind.name(),
          one.chat.platform().name(),
          one.chat.id(),
          Orders.thread(one.chat),
          one.silent ? 1 : 0,
          one.digest,
          one.date.toString(),
          one.language,
          Millis.of(one.published),
          one.status.name(),
          one.reason.name(),
          Millis.of(one.planned),
          Millis.of(one.slot),
          Millis.of(one.deadline),
          one.status == Ledger.Status.WAITING ? null : Millis.of(one.planned));
    }
    return batch.execute();
  }

  private static void words(Handle handle, Map<Part, String> words) {
    if (words.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into words (id, body, plain) values (?, ?, ?) on conflict (id) do nothing");
    words.forEach((part, id) -> batch.add(id, part.body(), part.plain()));
    batch.execute();
  }

  private static String hash(Part part) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(part.body().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(part.plain().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
