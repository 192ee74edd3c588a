package bot.briefing.app;

import bot.briefing.chat.ChatEvents;
import bot.briefing.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
      CompletableFuture<Desk> desk =
          CompletableFuture.supplyAsync(
              () -> Desk.watching(folder, settings.language(), InstantSource.system()));
      Bots bots =
          settings.withoutTokens()
              ? sandbox(settings, page, desk, closing)
              : platforms(settings, desk, closing);
      if (!bots.awaitLoss()) {
        return ExitCode.OK;
      }
    }
    console.complain("cli.run.none");
    return ExitCode.UNREADABLE;
  }

  private Bots sandbox(Settings settings, int page, CompletableFuture<Desk> desk, Closing closing)
      throws StoppedException {
    Sandbox sandbox = closing.add(LocalSandbox.open(page, InstantSource.system()));
    Bots bots =
        closing.add(
            Bots.start(
                LocalSandbox.connect(settings, sandbox),
                closing.add(desk.join()).newsroom(),
                ChatEvents.NONE,
                InstantSource.system()));
    bots.settled().completeOnTimeout(null, SECONDS_TO_SETTLE, TimeUnit.SECONDS).join();
    LocalSandbox.announce(console, sandbox);
    bots.announce(console);
    complain(desk.join());
    return bots;
  }

  private Bots platforms(Settings settings, CompletableFuture<Desk> desk, Closing closing) {
    complain(closing.add(desk.join()));
    Bots bots =
        closing.add(
            Bots.start(settings, desk.join().newsroom(), ChatEvents.NONE, InstantSource.system()));
    bots.announce(console);
    return bots;
  }

  private void complain(Desk desk) {
    desk.complain(console);
    if (!Console.readsAllNames()) {
      console.complain("cli.run.locale");
    }
  }
}
