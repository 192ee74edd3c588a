package bot.briefing.subscription;

import bot.briefing.chat.Chat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the orders: what has been had, waits, and comes next. Safe for any thread. */
public interface Ledger {
  /** The latest deliveries to a chat, the newest first; tests are not among them. */
  List<Entry> recent(Chat chat, int limit);

  /** What came, or did not come, of the digests of a day; none where nothing was planned. */
  List<Entry> of(Chat chat, LocalDate date);

  /** What this order has had, for the due rule. */
  Had had(Subscription subscription);

  /**
   * Sends the latest digest now, as it would come, marked as a test and counted nowhere.
   *
   * @return false where there is nothing to send
   */
  boolean test(Subscription subscription, Instant now);

  /** Deletes everything about a chat's deliveries. */
  void forget(Chat chat);

  /**
   * A delivery.
   *
   * @param digest what its editions share
   * @param date the digest's
   * @param planned when it was planned
   * @param slot when it was due
   * @param ended when its last part was sent, or it was given up; absent: it still waits
   * @param parts how many messages it has
   * @param sent how many of them are in the chat
   * @param notBefore before this instant nothing is tried; absent: nothing holds it
   * @param notes what became of it after it was sent, in order
   */
  record Entry(
      Chat chat,
      String digest,
      LocalDate date,
      Status status,
      Reason reason,
      Instant planned,
      Instant slot,
      @Nullable Instant ended,
      int parts,
      int sent,
      @Nullable Instant notBefore,
      List<Note> notes) {
    public Entry {
      notes = List.copyOf(notes);
    }

    /** One that was never corrected. */
    public Entry(
        Chat chat,
        String digest,
        LocalDate date,
        Status status,
        Reason reason,
        Instant planned,
        Instant slot,
        @Nullable Instant ended,
        int parts,
        int sent,
        @Nullable Instant notBefore) {
      this(
          chat, digest, date, status, reason, planned, slot, ended, parts, sent, notBefore,
          List.of());
    }
  }

  /**
   * A correction or a withdrawal of what was sent.
   *
   * @param reason one of {@link Reason#CORRECTED}, {@link Reason#CORRECTION_WAITS}, {@link
   *     Reason#NOT_EDITABLE}, {@link Reason#RETRACTED}
   * @param at when its last message was edited; while some wait, when it was planned
   */
  record Note(Reason reason, Instant at) {}

  /** How far a delivery is. */
  enum Status {
    WAITING,
    SENT,
    /** Given up: too old, refused, in doubt, withdrawn, or the chat was gone. */
    MISSED
  }
}
