package bot.briefing.sandbox.page;

import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What happens, as server-sent events: {@code state} first, then each {@code change}. An event that
 * the state already holds may come once more; who draws replaces a message by its id.
 */
final class Stream implements AutoCloseable {
  private static final int PING_SECONDS = 15;

  private final List<Platform> platforms;
  private final Set<BlockingQueue<Optional<ObjectNode>>> readers = ConcurrentHashMap.newKeySet();

  Stream(List<Platform> platforms) {
    this.platforms = platforms;
    for (Platform platform : platforms) {
      platform.watch(
          event -> {
            ObjectNode change = JsonNodeFactory.instance.objectNode();
            change.put("platform", platform.name()).put("kind", event.kind());
            change.set("message", event.message());
            readers.forEach(reader -> reader.add(Optional.of(change)));
          });
    }
  }

  /** Serves a browser until it goes or the stream is closed; waits on the caller's thread. */
  void serve(SseClient client) {
    BlockingQueue<Optional<ObjectNode>> changes = new LinkedBlockingQueue<>();
    readers.add(changes);
    try {
      client.sendEvent("state", state().toString());
      while (!client.terminated()) {
        Optional<ObjectNode> change = changes.poll(PING_SECONDS, TimeUnit.SECONDS);
        if (change == null) {
          client.sendComment("still here");
        } else if (change.isPresent()) {
          client.sendEvent("change", change.get().toString());
        } else {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      readers.remove(changes);
    }
  }

  private ObjectNode state() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    platforms.forEach(platform -> state.set(platform.name(), platform.transcript()));
    return state;
  }

  @Override
  public void close() {
    readers.forEach(reader -> reader.add(Optional.empty()));
  }
}
