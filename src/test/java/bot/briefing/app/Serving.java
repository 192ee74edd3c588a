package bot.briefing.app;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Settling;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * The whole bot in the test's process, on loopback platforms that outlive it, with a clock that
 * stands until it is moved.
 */
final class Serving implements AutoCloseable {
  final MovableClock clock;
  private final Settings settings;
  private final Sandbox sandbox;
  private Closing bot = new Closing();

  /**
   * @param data where the database is
   * @param more settings by name
   */
  Serving(Path content, Path data, Instant now, Map<Setting, String> more) throws Exception {
    clock = MovableClock.over(() -> now);
    Map<Setting, String> values = new HashMap<>(more);
    values.put(Setting.CONTENT_DIR, content.toString());
    values.put(Setting.DATA_DIR, data.toString());
    settings = Settings.of(values);
    sandbox = LocalSandbox.open(0, clock);
    start();
  }

  Serving(Path content, Path data, Instant now) throws Exception {
    this(content, data, now, Map.of());
  }

  /** The bot begins, or begins again; returns when it serves. */
  void start() throws Exception {
    bot = new Closing();
    Push push = bot.add(Push.open(settings.push(), settings.language(), clock));
    Desk desk = bot.add(Desk.watching(settings.content(), settings.language(), clock));
    RunCommand.serve(LocalSandbox.connect(settings, sandbox.platforms()), push, desk, clock, bot)
        .settled()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  /** The bot ends; the platforms go on. */
  void stop() {
    bot.close();
  }

  Backstage backstage(String name) {
    return sandbox.platforms().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .map(Platform::backstage)
        .orElseThrow();
  }

  /** A new chat of a kind; its id. */
  String settle(String platform, String kind) {
    return backstage(platform).settle(Settling.of(kind, 1)).path("ids").path(0).asText();
  }

  /** The messages of a chat, as JSON, oldest first. */
  List<String> messages(String platform, String chat) {
    return StreamSupport.stream(backstage(platform).messages(chat).spliterator(), false)
        .map(Object::toString)
        .toList();
  }

  /** How often some words were sent to a chat. */
  long count(String platform, String chat, String words) {
    return messages(platform, chat).stream().filter(message -> message.contains(words)).count();
  }

  @Override
  public void close() {
    stop();
    sandbox.close();
  }
}
