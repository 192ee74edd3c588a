package bot.briefing.bench;

import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A loopback platform that enforces its published limits, with many chats, and its counters. */
final class Crowd implements AutoCloseable {
  private static final int SECONDS = 30;

  final boolean isDiscord;
  final Platform platform;
  final List<String> chats = new ArrayList<>();

  /** A permit for each message that was accepted, but for answers. */
  final Semaphore pushes = new Semaphore(0);

  final AtomicInteger accepted = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();
  private final String push;
  private final Semaphore answers = new Semaphore(0);
  private volatile long answered;
  private volatile @Nullable JsonNode body;

  Crowd(boolean isDiscord, int many) {
    this.isDiscord = isDiscord;
    InstantSource clock = InstantSource.system();
    platform =
        isDiscord
            ? new LoopbackDiscord(0, clock, Specification.NONE)
            : new LoopbackTelegram(0, clock, Specification.NONE);
    push = isDiscord ? "POST /channels/{channel_id}/messages" : "sendMessage";
    platform
        .backstage()
        .settle(new Settling(isDiscord ? "text" : "private", many, 0, true))
        .path("ids")
        .forEach(id -> chats.add(id.asText()));
    platform.backstage().limits().enforce(true, 0);
    platform.book().follow(this::read);
  }

  private void read(Book.Entry entry) {
    if (entry.status() == 429) {
      refused.incrementAndGet();
    } else if (isAnswer(entry)) {
      answered = System.nanoTime();
      answers.release();
    } else if (entry.method().equals(push) && entry.status() == 200) {
      body = entry.body();
      accepted.incrementAndGet();
      pushes.release();
    }
  }

  private boolean isAnswer(Book.Entry entry) {
    return isDiscord
        ? entry.method().startsWith("POST /interactions/")
        : entry.method().equals(push)
            && entry
                .body()
                .path("chat_id")
                .asText()
                .equals(platform.coordinates().path("chat").asText());
  }

  /** As the orders' table writes it. */
  String name() {
    return isDiscord ? "DISCORD" : "TELEGRAM";
  }

  Map<String, String> settings() {
    return Map.of(
        name() + "_TOKEN", platform.coordinates().path("token").asText(),
        name() + "_API_URL", platform.coordinates().path("api").asText());
  }

  /** What was pushed last. */
  JsonNode body() {
    JsonNode last = body;
    if (last == null) {
      throw new IllegalStateException("nothing was pushed");
    }
    return last;
  }

  /** Somebody asks at the page; nanoseconds until the answer is accepted. */
  long ask() throws InterruptedException {
    long start = System.nanoTime();
    platform.say("/today");
    if (!answers.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(name() + " was not answered");
    }
    return answered - start;
  }

  void awaitPush() throws InterruptedException {
    awaitPushes(1);
  }

  void awaitPushes(int many) throws InterruptedException {
    if (!pushes.tryAcquire(many, SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nothing is pushed on " + name());
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
