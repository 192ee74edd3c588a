package bot.briefing.app;

import bot.briefing.command.Newsroom;
import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: serves until it is told to end. Without tokens it serves the loopback platforms. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
  /** How long the page waits for its bots before it is announced all the same. */
  private static final int SECONDS_TO_SETTLE = 10;

  private final Console console;
  private final SettingsSource source;

  @Mixin private final ContentOption content = new ContentOption();
  @Mixin private final PortOption port = new PortOption();

  RunCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = source.read();
    Path folder = content.orElse(settings.content());
    int page = port.orElse(settings.port());
    try (Closing closing = new Closing()) {
      Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "closing"));
      Bots bots =
          settings.withoutTokens()
              ? sandbox(settings, page, folder, closing)
              : platforms(settings, folder, closing);
      if (!bots.awaitLoss()) {
        return ExitCode.OK;
      }
    }
    console.complain("cli.run.none");
    return ExitCode.UNREADABLE;
  }

  /** What is ordered there ends with it. */
  private Bots sandbox(Settings settings, int page, Path folder, Closing closing)
      throws StoppedException {
    MovableClock clock = MovableClock.over(InstantSource.system());
    Path data = closing.add(ScratchFolder.make()).path();
    Later<Push> push =
        closing.add(
            Later.of(() -> Push.open(settings.push().keptIn(data), settings.language(), clock)));
    Later<Desk> desk = closing.add(desk(settings, folder, clock));
    List<Platform> platforms = LocalSandbox.platforms(clock);
    Later<Sandbox> opening = closing.add(Later.of(() -> LocalSandbox.open(page, platforms)));
    Bots bots =
        serve(LocalSandbox.connect(settings, platforms), push.get(), desk.get(), clock, closing);
    Sandbox sandbox = opening.get();
    bots.settled().completeOnTimeout(null, SECONDS_TO_SETTLE, TimeUnit.SECONDS).join();
    LocalSandbox.announce(console, sandbox);
    bots.announce(console);
    complain(desk.get());
    return bots;
  }

  private Bots platforms(Settings settings, Path folder, Closing closing) throws StoppedException {
    InstantSource clock =
        settings.push().clock() == null
            ? InstantSource.system()
            : SandboxClock.at(settings.push().clock(), InstantSource.system());
    Later<Desk> desk = closing.add(desk(settings, folder, clock));
    Push push = closing.add(Push.open(settings.push(), settings.language(), clock));
    Bots bots = serve(settings, push, desk.get(), clock, closing);
    complain(desk.get());
    bots.announce(console);
    return bots;
  }

  private static Later<Desk> desk(Settings settings, Path folder, InstantSource clock) {
    return Later.of(() -> Desk.watching(folder, settings.language(), clock));
  }

  /** Wires and starts what was opened; the last that is added is the first that is closed. */
  static Bots serve(Settings settings, Push push, Desk desk, InstantSource clock, Closing closing) {
    var _ = desk.library().withhold(push.withdrawn());
    Newsroom newsroom = desk.ordering().apply(push.standing());
    Bots bots = closing.add(Bots.standBy(settings, newsroom, push, clock));
    push.begin(desk, newsroom, bots);
    return bots;
  }

  private void complain(Desk desk) {
    desk.complain(console);
    if (!Console.readsAllNames()) {
      console.complain("cli.run.locale");
    }
  }
}
