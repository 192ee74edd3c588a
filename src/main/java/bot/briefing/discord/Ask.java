package bot.briefing.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Request;
import net.dv8tion.jda.api.requests.Response;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Asks Discord through JDA without its entities: any answer is heard as it is. Safe for any thread.
 */
final class Ask {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Supplier<Optional<JDA>> shard;

  /**
   * @param shard any that is connected, or has been
   */
  Ask(Supplier<Optional<JDA>> shard) {
    this.shard = shard;
  }

  /** Asks once: whatever the answer is, 429 too, it is handed on. */
  Heard once(CompiledRoute route, JsonNode body) {
    return ask(route, DataObject.fromJson(body.toString()), false);
  }

  /** Likewise, without a body. */
  Heard once(CompiledRoute route) {
    return ask(route, null, false);
  }

  /** Reads. What Discord cannot answer at once is asked again by JDA, for up to 30 seconds. */
  Heard read(CompiledRoute route) {
    return ask(route, null, true);
  }

  private Heard ask(CompiledRoute route, @Nullable DataObject body, boolean patiently) {
    JDA jda = shard.get().orElse(null);
    if (jda == null) {
      return Heard.none(false, "not connected to Discord");
    }
    CompletableFuture<Heard> answer;
    try {
      answer = new Call(jda, route, body).submit(patiently);
    } catch (RejectedExecutionException closing) {
      return Heard.none(false, "the connection to Discord is being closed");
    }
    try {
      return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      return Heard.none(true, "interrupted");
    } catch (TimeoutException late) {
      answer.cancel(true);
      return Heard.none(true, "no answer in " + LONGEST.toSeconds() + " s");
    } catch (ExecutionException failed) {
      return Heard.none(true, String.valueOf(failed.getCause()));
    }
  }

  private static final class Call extends RestActionImpl<Heard> {
    Call(JDA jda, CompiledRoute route, @Nullable DataObject body) {
      super(jda, route, body);
    }

    @Override
    public void handleResponse(Response response, Request<Heard> request) {
      request.onSuccess(Heard.of(response));
    }
  }
}
