package bot.briefing.bench;

import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A loopback platform with a stopwatch. It is started when the platform hands an update out: on
 * Discord at its last look at the clock, where the event is made that it then writes; on Telegram
 * when the answer to the poll is ready to be written. It is stopped when the request with the
 * answer has arrived and is read, before it is checked. What lies between is the bot and the two
 * ways over the wire.
 */
final class Meter implements AutoCloseable {
  private static final int SECONDS = 30;

  private final Platform platform;
  private final BooleanSupplier attentive;
  private final String answer;
  private final Semaphore answered = new Semaphore(0);
  private final Thread asker = Thread.currentThread();
  private volatile long handed;
  private volatile long arrived;
  private volatile Book.Entry last;

  private Meter(boolean discord) {
    if (discord) {
      answer = "POST /interactions/";
      platform = new LoopbackDiscord(0, this::look, this::arrive);
      attentive = () -> true;
    } else {
      answer = "sendMessage";
      LoopbackTelegram telegram = new LoopbackTelegram(0, InstantSource.system(), this::arrive);
      platform = telegram;
      attentive = telegram::polled;
    }
    platform.book().follow(this::written);
    last = new Book.Entry("", "", platform.coordinates(), 0, platform.coordinates());
  }

  /** Only for the thread that opens it. */
  static Meter discord() {
    return new Meter(true);
  }

  /** Only for the thread that opens it. */
  static Meter telegram() {
    return new Meter(false);
  }

  private Instant look() {
    if (Thread.currentThread().equals(asker)) {
      handed = System.nanoTime();
    }
    return Instant.now();
  }

  private List<String> arrive(String method, JsonNode body) {
    if (method.startsWith(answer)) {
      arrived = System.nanoTime();
    }
    return List.of();
  }

  private void written(Book.Entry entry) {
    if (entry.method().equals("getUpdates") && !entry.answer().path("result").isEmpty()) {
      handed = System.nanoTime();
    } else if (entry.method().startsWith(answer)) {
      last = entry;
      answered.release();
    }
  }

  Platform platform() {
    return platform;
  }

  String api() {
    return platform.coordinates().path("api").asText();
  }

  String token() {
    return platform.coordinates().path("token").asText();
  }

  /** Asks and waits for the answer; nanoseconds from update to request. */
  long ask(String line) throws InterruptedException {
    while (!attentive.getAsBoolean()) {
      LockSupport.parkNanos(20_000);
    }
    platform.say(line);
    if (!answered.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(platform.name() + " was not answered: " + line);
    }
    if (last.status() != 200) {
      throw new IllegalStateException(platform.name() + " refused: " + last);
    }
    return arrived - handed;
  }

  /** The body of the newest answer. */
  JsonNode body() {
    return last.body();
  }

  int bytes() {
    return body().toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public void close() {
    platform.close();
  }
}
