package bot.briefing.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of a sandbox in another process, for tests of days in seconds: asked ten times a second
 * how far it is from this machine's. Where it does not answer, the distance stays as it was.
 */
final class SandboxClock implements InstantSource {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxClock.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  private final InstantSource machine;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpRequest question;
  private final ObjectMapper json = new ObjectMapper();
  private volatile Duration ahead = Duration.ZERO;
  private boolean said;

  private SandboxClock(URI address, InstantSource machine) {
    this.machine = machine;
    this.question = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
  }

  /** Asks once, and goes on asking on a thread of its own. */
  static InstantSource at(URI address, InstantSource machine) {
    SandboxClock clock = new SandboxClock(address, machine);
    clock.ask();
    Thread.ofPlatform().name("clock").daemon().start(clock::follow);
    return clock;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(ahead);
  }

  private void follow() {
    while (!Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE);
      ask();
    }
  }

  private void ask() {
    try {
      Instant before = machine.instant();
      String answer = http.send(question, HttpResponse.BodyHandlers.ofString()).body();
      Instant told = Instant.ofEpochMilli(json.readTree(answer).path("millis").asLong());
      ahead = Duration.between(before, told);
    } catch (IOException | RuntimeException deaf) {
      if (!said) {
        said = true;
        LOG.warn("CLOCK_URL does not answer: {}", deaf.getClass().getSimpleName());
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
