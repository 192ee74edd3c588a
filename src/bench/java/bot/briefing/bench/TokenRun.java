package bot.briefing.bench;

import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Platform;
import bot.briefing.sandbox.wire.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A bot that is given tokens, and loopback platforms in this process. Before it starts a command
 * waits on Telegram; on Discord one is said as soon as the bot has registered what can be said.
 */
final class TokenRun extends Run {
  private final Platform onDiscord;
  private final Platform onTelegram;

  private TokenRun(List<String> command, Path folder, Platform onDiscord, Platform onTelegram)
      throws IOException {
    super(command, folder, settings(onDiscord, onTelegram));
    this.onDiscord = onDiscord;
    this.onTelegram = onTelegram;
    onDiscord.book().follow(this::heard);
    onTelegram.book().follow(this::heard);
  }

  static TokenRun start(List<String> command, Path folder) throws IOException {
    Platform discord = new LoopbackDiscord(0, InstantSource.system(), Specification.NONE);
    Platform telegram = new LoopbackTelegram(0, InstantSource.system(), Specification.NONE);
    telegram.say("/today");
    return new TokenRun(command, folder, discord, telegram);
  }

  private static Map<String, String> settings(Platform discord, Platform telegram) {
    return Map.of(
        "DISCORD_TOKEN", discord.coordinates().path("token").asText(),
        "DISCORD_API_URL", discord.coordinates().path("api").asText(),
        "TELEGRAM_TOKEN", telegram.coordinates().path("token").asText(),
        "TELEGRAM_API_URL", telegram.coordinates().path("api").asText());
  }

  private void heard(Book.Entry entry) {
    if (entry.method().startsWith("PUT ")) {
      // Not on the request's own thread: the platform answers the request first.
      Thread.startVirtualThread(() -> onDiscord.say("/today"));
    } else if (entry.method().startsWith("POST /interactions/")) {
      discord.release();
    } else if (entry.method().equals("sendMessage")) {
      telegram.release();
    }
  }

  @Override
  void say(String line) {
    onDiscord.say(line);
    onTelegram.say(line);
  }

  @Override
  public void close() throws Exception {
    super.close();
    onDiscord.close();
    onTelegram.close();
  }
}
