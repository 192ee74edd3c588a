package bot.briefing.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The newest {@value #KEPT} requests that a loopback platform was asked, in the order of arrival,
 * with what it answered; older ones fall off, since a sandbox has little memory. Safe for any
 * thread.
 */
public final class Book {
  private static final int KEPT = 100;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Consumer<Entry>> readers = new CopyOnWriteArrayList<>();

  /** Writes an entry and tells the readers of it. */
  public void add(Entry entry) {
    synchronized (entries) {
      entries.add(entry);
      if (entries.size() > KEPT) {
        entries.remove();
      }
    }
    readers.forEach(reader -> reader.accept(entry));
  }

  /** What is in the book now, the oldest first: a copy. */
  public List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  /** Calls the reader for each entry from now on, on the thread of the request. */
  public void follow(Consumer<Entry> reader) {
    readers.add(reader);
  }

  /**
   * One request.
   *
   * @param method Telegram's method ({@code "sendMessage"}), or Discord's verb and route ({@code
   *     "POST /channels/{channel_id}/messages"}), as the official specification spells it
   * @param path the path as it was asked, without the token
   * @param body the JSON body; missing node when there was none
   * @param status the HTTP status of the answer
   * @param answer the JSON answer
   */
  public record Entry(String method, String path, JsonNode body, int status, JsonNode answer) {}
}
