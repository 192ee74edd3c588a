package bot.briefing.app;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.store.NativeLibrary;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/**
 * {@code train}: what the launcher's {@code --train} runs to make its ahead-of-time cache: every
 * room once, then the end.
 */
@Command(mixinStandardHelpOptions = true, hidden = true)
final class TrainCommand implements Callable<Integer> {
  private static final int SECONDS = 30;

  private final Console console;
  private final SettingsSource source;

  TrainCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = source.read();
    MovableClock clock = MovableClock.over(InstantSource.system());
    if (Launcher.natives().isPresent()) {
      NativeLibrary.keep(Launcher.natives().get());
    }
    try (Closing closing = new Closing()) {
      Sandbox sandbox = closing.add(LocalSandbox.open(0, clock));
      Path data = closing.add(ScratchFolder.make()).path();
      Push push = closing.add(Push.open(settings.push().keptIn(data), settings.language(), clock));
      Desk desk = closing.add(Desk.watching(settings.content(), settings.language(), clock));
      Settings connected = LocalSandbox.connect(settings, sandbox.platforms());
      Bots bots = RunCommand.serve(connected, push, desk, clock, closing);
      bots.settled().orTimeout(SECONDS, TimeUnit.SECONDS).join();
      CountDownLatch answered = new CountDownLatch(sandbox.platforms().size());
      for (Platform platform : sandbox.platforms()) {
        platform.watch(event -> countAnswer(event, answered));
        platform.say("/today");
      }
      boolean all = answered.await(SECONDS, TimeUnit.SECONDS);
      console.say(all ? "cli.train.done" : "cli.train.failed");
      return all ? ExitCode.OK : ExitCode.OURS;
    }
  }

  private static void countAnswer(Platform.Event event, CountDownLatch answered) {
    if (event.kind().equals("sent")) {
      answered.countDown();
    }
  }
}
