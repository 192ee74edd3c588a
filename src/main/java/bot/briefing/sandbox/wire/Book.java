package bot.briefing.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Every request that a loopback platform was asked, in the order of arrival, with what it answered.
 * Safe for any thread.
 */
public final class Book {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<Consumer<Entry>> readers = new CopyOnWriteArrayList<>();

  /** Writes an entry and tells the readers of it. */
  public void add(Entry entry) {
    entries.add(entry);
    readers.forEach(reader -> reader.accept(entry));
  }

  /** All entries so far. */
  public List<Entry> entries() {
    return List.copyOf(entries);
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
