package bot.briefing.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The full book: every message that the platform has accepted from the bot, from the first one on,
 * in few bytes each (a hundred for a text that went to many chats). Safe for any thread.
 */
public final class Journal {
  private static final int START = 100;
  private static final int SHARED = 1_000;

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> chats = new HashMap<>();
  private final Map<Long, Text> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Text> eldest) {
          return size() > SHARED;
        }
      };

  /** What was accepted. */
  public enum Kind {
    /** A new message. */
    SENT,
    /** A change of one. */
    EDITED,
    /** Its removal. */
    DELETED,
    /** A topic that was begun. */
    OPENED;

    /** As JSON says it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One line.
   *
   * @param number from 1, in the order of acceptance
   * @param chat the platform's id of the chat
   * @param thread the id of the topic; 0 for none
   * @param message the platform's id of the message
   * @param hash of all its visible text: 16 hexadecimal digits
   * @param text its first 100 characters
   * @param nonce empty when it came without
   * @param silent whether it was sent without a sound
   */
  public record Entry(
      long number,
      Kind kind,
      String chat,
      int thread,
      long message,
      Instant at,
      String hash,
      String text,
      String nonce,
      boolean silent) {}

  private record Text(long hash, String start) {}

  private record Row(
      Kind kind,
      boolean silent,
      String chat,
      int thread,
      long message,
      long millis,
      Text text,
      String nonce) {}

  /**
   * Writes a line.
   *
   * @param text all of its visible text
   */
  public synchronized void add(
      Kind kind,
      String chat,
      int thread,
      long message,
      Instant at,
      String text,
      String nonce,
      boolean silent) {
    String known = chats.computeIfAbsent(chat, id -> id);
    rows.add(new Row(kind, silent, known, thread, message, at.toEpochMilli(), shared(text), nonce));
  }

  private Text shared(String text) {
    long hash = hash(text);
    return texts.computeIfAbsent(hash, _ -> new Text(hash, start(text)));
  }

  private static String start(String text) {
    return text.codePointCount(0, text.length()) <= START
        ? text
        : text.substring(0, text.offsetByCodePoints(0, START));
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.nio.ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** How many lines there are. */
  public synchronized int size() {
    return rows.size();
  }

  /** The lines that are there now, from a number on (1: all), in order; made as they are read. */
  public Stream<Entry> from(long number) {
    long first = Math.max(1, number);
    return Stream.iterate(first, n -> n <= size(), n -> n + 1).map(this::entry);
  }

  /** The new messages of all chats, in order. */
  public Stream<Entry> sent() {
    return from(1).filter(entry -> entry.kind() == Kind.SENT);
  }

  /** New messages whose content was in their chat already: each after the first. */
  public List<Entry> doubled() {
    Map<String, Integer> seen = new HashMap<>();
    Predicate<Entry> again =
        entry -> seen.merge(entry.chat() + " " + entry.hash(), 1, Integer::sum) > 1;
    return sent().filter(again).toList();
  }

  private synchronized Entry entry(long number) {
    Row row = rows.get((int) number - 1);
    return new Entry(
        number,
        row.kind,
        row.chat,
        row.thread,
        row.message,
        Instant.ofEpochMilli(row.millis),
        String.format(Locale.ROOT, "%016x", row.text.hash),
        row.text.start,
        row.nonce,
        row.silent);
  }
}
