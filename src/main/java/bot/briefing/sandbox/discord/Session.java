package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One identified client: its sequence, and what it may have missed while its line was cut. */
final class Session {
  /** So many events are kept for a resume. */
  private static final int REPLAY = 500;

  final String id;
  private final int intents;
  private final int shard;
  private final int shards;
  private final ArrayDeque<Sent> sent = new ArrayDeque<>();
  private long sequence;
  private @Nullable Line line;

  private record Sent(long sequence, String frame) {}

  Session(String id, int intents, int shard, int shards, Line line) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.shards = shards;
    this.line = line;
  }

  boolean wants(int intent) {
    return intent == 0 || (intents & intent) != 0;
  }

  /** Whether this session's shard serves the channel; direct messages are shard 0's. */
  boolean serves(Channel channel) {
    return serves(channel.guild().map(Guild::id).orElse(0L));
  }

  boolean serves(long guild) {
    return (guild >> 22) % shards == shard;
  }

  void dispatch(String event, JsonNode data) {
    sequence++;
    ObjectNode frame = Json.object();
    frame.put("op", 0);
    frame.put("s", sequence);
    frame.put("t", event);
    frame.set("d", data);
    Sent entry = new Sent(sequence, Json.write(frame));
    sent.add(entry);
    if (sent.size() > REPLAY) {
      sent.removeFirst();
    }
    if (line != null) {
      line.send(entry.frame);
    }
  }

  boolean isOn(Line other) {
    return Objects.equals(line, other);
  }

  void cut() {
    line = null;
  }

  void close(int code, String reason) {
    if (line != null) {
      line.close(code, reason);
    }
  }

  boolean isAhead(long seen) {
    return seen > sequence;
  }

  /** Whether all that followed is still at hand. */
  boolean canReplay(long seen) {
    return sent.isEmpty() || sent.getFirst().sequence <= seen + 1;
  }

  /** Goes on over another line with what followed the last event that the client saw. */
  void resume(Line other, long seen) {
    line = other;
    for (Sent entry : sent) {
      if (entry.sequence > seen) {
        other.send(entry.frame);
      }
    }
    dispatch("RESUMED", Json.object());
  }
}
