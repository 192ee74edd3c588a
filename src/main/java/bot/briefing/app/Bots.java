package bot.briefing.app;

import bot.briefing.command.Newsroom;
import bot.briefing.discord.DiscordBot;
import bot.briefing.telegram.TelegramBot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The platforms that are served: the list to which a platform is added. */
final class Bots implements AutoCloseable {
  private final List<Bot> bots = new ArrayList<>();
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  /**
   * One bot on one platform.
   *
   * @param platform its name
   * @param token the setting of its token
   * @param ready its user name; fails when the platform refuses the token
   * @param ended when it no longer runs
   */
  private record Bot(
      String platform,
      Setting token,
      CompletableFuture<String> ready,
      CompletableFuture<?> ended,
      AutoCloseable running) {}

  /** Starts a bot on each platform of which there is a token. Returns at once. */
  static Bots start(Settings settings, Newsroom newsroom) {
    Bots all = new Bots();
    if (settings.discordToken() != null) {
      DiscordBot bot =
          DiscordBot.start(
              settings.discordToken().value(),
              Optional.of(settings.discordApi()),
              newsroom,
              settings.language());
      CompletableFuture<String> ready =
          bot.login()
              .thenCompose(
                  login ->
                      login == DiscordBot.Login.CONNECTED
                          ? CompletableFuture.completedFuture("bot")
                          : CompletableFuture.failedFuture(new IllegalStateException("refused")));
      all.bots.add(
          new Bot(
              "Discord",
              Setting.DISCORD_TOKEN,
              ready,
              bot.login()
                  .thenCompose(
                      login ->
                          login == DiscordBot.Login.CONNECTED
                              ? new CompletableFuture<>()
                              : CompletableFuture.completedFuture(true)),
              bot));
    }
    if (settings.telegramToken() != null) {
      TelegramBot bot =
          TelegramBot.start(
              settings.telegramToken().value(),
              settings.telegramApi(),
              newsroom,
              settings.language());
      all.bots.add(new Bot("Telegram", Setting.TELEGRAM_TOKEN, bot.ready(), bot.ended(), bot));
    }
    return all;
  }

  /** Completed when each bot serves or has been refused. */
  CompletableFuture<Void> settled() {
    return all(
        bots.stream()
            .<CompletableFuture<?>>map(bot -> bot.ready().handle((name, refused) -> true))
            .toList());
  }

  /** Tells the operator of each bot that serves, and of each that was refused, as it happens. */
  void announce(Console console) {
    told =
        all(
            bots.stream()
                .<CompletableFuture<?>>map(
                    bot -> bot.ready().handle((name, refused) -> tell(console, bot, name)))
                .toList());
  }

  private static boolean tell(Console console, Bot bot, @Nullable String name) {
    if (name != null) {
      console.say("cli.run.serving", bot.platform(), name);
    } else if (!bot.ready().isCancelled()) {
      console.complain("cli.run.refused", bot.platform(), bot.token().name());
    }
    return name != null;
  }

  /** Waits until no bot is left, and all has been told. */
  void await() {
    all(bots.stream().<CompletableFuture<?>>map(Bot::ended).toList()).join();
    told.join();
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() throws Exception {
    try (Closing closing = new Closing()) {
      bots.forEach(bot -> closing.add(bot.running()));
    }
  }
}
