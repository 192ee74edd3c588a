package bot.briefing.delivery;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Heading;
import bot.briefing.chat.Part;
import bot.briefing.delivery.Trimmings.Trimming;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its parts, to be written.
 *
 * @param once what may be delivered to a subscription only once
 * @param draft absent: its messages are never corrected
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
    @Nullable Draft draft,
    List<Part> parts,
    Trimmings trimmings) {

  /** One with messages alone. */
  Shipment(
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
      @Nullable Draft draft,
      List<Part> parts) {
    this(
        id,
        subscription,
        once,
        kind,
        chat,
        silent,
        digest,
        date,
        language,
        published,
        status,
        reason,
        planned,
        slot,
        deadline,
        draft,
        parts,
        Trimmings.NONE);
  }

  /**
   * Writes those that were not written before, in the caller's transaction.
   *
   * @return how many those were
   */
  static int write(Handle handle, List<Shipment> shipments) {
    if (shipments.isEmpty()) {
      return 0;
    }
    try {
      return write(handle.getConnection(), shipments);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  /** By plain JDBC: ten thousand are written at once. */
  private static int write(Connection connection, List<Shipment> shipments) throws SQLException {
    Map<Draft, String> drafts = new LinkedHashMap<>();
    for (Shipment one : shipments) {
      if (one.draft != null) {
        drafts.computeIfAbsent(one.draft, Draft::id);
      }
    }
    DraftTable.write(connection, drafts, shipments.getFirst().planned);
    int[] written = deliveries(connection, shipments, drafts);
    Map<Part, String> words = new LinkedHashMap<>();
    int count = 0;
    try (PreparedStatement parts =
        connection.prepareStatement(
            """
            insert into part (delivery, number, task, step, words, state, as_plain, doubt, attempts)
            values (?, ?, ?, ?, ?, 'WAITING', 0, 0, 0)
            """)) {
      for (int index = 0; index < written.length; index++) {
        if (written[index] != 1) {
          continue;
        }
        count++;
        for (Trimming part : shipments.get(index).all()) {
          parts.setString(1, shipments.get(index).id());
          parts.setInt(2, part.number());
          parts.setString(3, part.task().name());
          parts.setInt(4, part.step());
          parts.setString(5, words.computeIfAbsent(part.words(), Shipment::hash));
          parts.addBatch();
        }
      }
      words(connection, words);
      if (!words.isEmpty()) {
        parts.executeBatch();
      }
    }
    return count;
  }

  private List<Trimming> all() {
    List<Trimming> all = new ArrayList<>();
    for (int number = 0; number < parts.size(); number++) {
      Task task = number == 0 ? trimmings.first() : Task.MESSAGE;
      all.add(new Trimming(task, number, Trimmings.step(number), parts.get(number)));
    }
    all.addAll(trimmings.parts());
    return all;
  }

  private static int[] deliveries(
      Connection connection, List<Shipment> shipments, Map<Draft, String> drafts)
      throws SQLException {
    try (PreparedStatement batch =
        connection.prepareStatement(
            """
            insert into delivery (id, subscription, once, kind, platform, chat, thread, silent,
              digest, digest_date, language, published, status, reason, planned, slot, deadline,
              ended, draft, heading)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (subscription, once) do nothing
            """)) {
      for (Shipment one : shipments) {
        one.bind(batch);
        batch.setString(19, one.draft == null ? null : drafts.get(one.draft));
        Heading heading = one.trimmings.heading();
        batch.setString(20, heading == null ? null : Headings.write(heading));
        batch.addBatch();
      }
      return batch.executeBatch();
    }
  }

  private void bind(PreparedStatement batch) throws SQLException {
    batch.setString(1, id);
    batch.setString(2, subscription);
    batch.setString(3, once);
    batch.setString(4, kind.name());
    batch.setString(5, chat.platform().name());
    batch.setString(6, chat.id());
    batch.setString(7, Orders.thread(chat));
    batch.setInt(8, silent ? 1 : 0);
    batch.setString(9, digest);
    batch.setString(10, date.toString());
    batch.setString(11, language);
    batch.setLong(12, Millis.of(published));
    batch.setString(13, status.name());
    batch.setString(14, reason.name());
    batch.setLong(15, Millis.of(planned));
    batch.setLong(16, Millis.of(slot));
    batch.setLong(17, Millis.of(deadline));
    if (status == Ledger.Status.WAITING) {
      batch.setNull(18, Types.BIGINT);
    } else {
      batch.setLong(18, Millis.of(planned));
    }
  }

  /**
   * Writes what parts say, in the caller's transaction.
   *
   * @return the ids, in order
   */
  static List<String> words(Handle handle, List<Part> parts) {
    Map<Part, String> words = new LinkedHashMap<>();
    parts.forEach(part -> words.computeIfAbsent(part, Shipment::hash));
    try {
      words(handle.getConnection(), words);
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
    return parts.stream().map(part -> Objects.requireNonNull(words.get(part))).toList();
  }

  private static void words(Connection connection, Map<Part, String> words) throws SQLException {
    try (PreparedStatement batch =
        connection.prepareStatement(
            "insert into words (id, body, plain) values (?, ?, ?) on conflict (id) do nothing")) {
      for (Map.Entry<Part, String> one : words.entrySet()) {
        batch.setString(1, one.getValue());
        batch.setString(2, one.getKey().body());
        batch.setString(3, one.getKey().plain());
        batch.addBatch();
      }
      if (!words.isEmpty()) {
        batch.executeBatch();
      }
    }
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
