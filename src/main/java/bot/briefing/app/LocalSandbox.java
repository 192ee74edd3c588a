package bot.briefing.app;

import bot.briefing.sandbox.Sandbox;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Opens the sandbox, and makes settings of it that connect a bot. */
final class LocalSandbox {
  private LocalSandbox() {}

  /**
   * @param clock can be moved by the page's clock interface
   */
  static Sandbox open(int port, MovableClock clock) throws StoppedException {
    return open(port, platforms(clock));
  }

  /**
   * The platforms alone, which bots can be connected to.
   *
   * @param clock can be moved by the page's clock interface
   */
  static List<Platform> platforms(MovableClock clock) {
    CompletableFuture<Platform> telegram =
        CompletableFuture.supplyAsync(() -> new LoopbackTelegram(0, clock, Specification.NONE));
    return List.of(new LoopbackDiscord(0, clock, Specification.NONE), telegram.join());
  }

  /** Opens the page in front of them; where it cannot, they are closed. */
  static Sandbox open(int port, List<Platform> platforms) throws StoppedException {
    try {
      return Sandbox.start(platforms, port);
    } catch (BindException taken) {
      platforms.forEach(Platform::close);
      throw new StoppedException("cli.run.noPort", Integer.toString(port));
    }
  }

  static Settings connect(Settings settings, List<Platform> platforms) {
    JsonNode discord = coordinates(platforms, "discord");
    JsonNode telegram = coordinates(platforms, "telegram");
    return new Settings(
        new Secret(discord.get("token").asText()),
        new Secret(telegram.get("token").asText()),
        URI.create(discord.get("api").asText()),
        URI.create(telegram.get("api").asText()),
        settings.content(),
        settings.language(),
        settings.port(),
        settings.push());
  }

  /** Tells where the page is; the first address that the program prints. */
  static void announce(Console console, Sandbox sandbox) {
    int asked = sandbox.page().requestedPort();
    int port = sandbox.page().port();
    if (asked != 0 && asked != port) {
      console.say("cli.run.port", Integer.toString(asked), Integer.toString(port));
    }
    console.say("cli.run.page", sandbox.page().url());
  }

  private static JsonNode coordinates(List<Platform> platforms, String platform) {
    return platforms.stream()
        .filter(one -> one.name().equals(platform))
        .findFirst()
        .orElseThrow()
        .coordinates();
  }
}
