package bot.briefing.app;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.wire.MovableClock;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandbox}: the loopback platforms and the page, for any bot. */
@Command(mixinStandardHelpOptions = true)
final class SandboxCommand implements Callable<Integer> {
  private final Console console;
  private final SettingsSource source;

  @Mixin private final PortOption port = new PortOption();

  SandboxCommand(Console console, SettingsSource source) {
    this.console = console;
    this.source = source;
  }

  @Override
  public Integer call() throws Exception {
    try (Sandbox sandbox =
        LocalSandbox.open(
            port.orElse(source.read().port()), MovableClock.over(InstantSource.system()))) {
      LocalSandbox.announce(console, sandbox);
      console.say("cli.sandbox.running");
      sandbox
          .platforms()
          .forEach(
              platform -> console.out().println(platform.name() + " " + platform.coordinates()));
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "closing"));
      new CountDownLatch(1).await();
    }
    return ExitCode.OK;
  }
}
