package bot.briefing.app;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole bot in the test's process, on the loopback platforms, with a clock that is moved. */
final class Serving implements AutoCloseable {
  final MovableClock clock;
  private final Closing closing = new Closing();
  private final Sandbox sandbox;

  /**
   * @param data where the database is
   */
  Serving(Path content, Path data, Instant now) throws Exception {
    clock = MovableClock.over(() -> now);
    Settings settings =
        Settings.of(
            Map.of(Setting.CONTENT_DIR, content.toString(), Setting.DATA_DIR, data.toString()));
    sandbox = closing.add(LocalSandbox.open(0, clock));
    Push push = closing.add(Push.open(settings.push(), settings.language(), clock));
    Desk desk = closing.add(Desk.watching(content, settings.language(), clock));
    Settings connected = LocalSandbox.connect(settings, sandbox);
    RunCommand.serve(connected, push, desk, clock, closing)
        .settled()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  Platform platform(String name) {
    return sandbox.platforms().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Backstage backstage(String name) {
    return platform(name).backstage();
  }

  /** How often some words were sent to a chat. */
  long count(String platform, String chat, String words) {
    long count = 0;
    for (var message : backstage(platform).messages(chat)) {
      count += message.toString().contains(words) ? 1 : 0;
    }
    return count;
  }

  @Override
  public void close() {
    closing.close();
  }
}
