package bot.briefing.app;

import bot.briefing.chat.Bot;
import bot.briefing.chat.Channel;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.Platform;
import bot.briefing.command.Newsroom;
import bot.briefing.discord.DiscordBot;
import bot.briefing.telegram.TelegramBot;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The platforms that are served: the list to which a platform is added. */
final class Bots implements AutoCloseable {
  private final List<Served> bots = new ArrayList<>();
  private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

  /**
   * One bot on one platform.
   *
   * @param name the platform's, as it writes it
   * @param token the setting of its token
   */
  private record Served(Platform platform, String name, Setting token, OwnedBot bot) {}

  /** A bot on each platform of which there is a token. None of them runs yet. */
  static Bots standBy(
      Settings settings, Newsroom newsroom, ChatEvents events, InstantSource clock) {
    Bots all = new Bots();
    Secret discord = settings.discordToken();
    if (discord != null) {
      all.bots.add(
          new Served(
              Platform.DISCORD,
              "Discord",
              Setting.DISCORD_TOKEN,
              new OwnedBot(
                  () ->
                      DiscordBot.start(
                          discord.value(),
                          Optional.of(settings.discordApi()),
                          newsroom,
                          settings.language(),
                          events,
                          clock))));
    }
    Secret telegram = settings.telegramToken();
    if (telegram != null) {
      all.bots.add(
          new Served(
              Platform.TELEGRAM,
              "Telegram",
              Setting.TELEGRAM_TOKEN,
              new OwnedBot(
                  () ->
                      TelegramBot.start(
                          telegram.value(),
                          settings.telegramApi(),
                          newsroom,
                          settings.language(),
                          events,
                          clock))));
    }
    return all;
  }

  /** The way out to each platform that is served. */
  Map<Platform, Channel> channels() {
    Map<Platform, Channel> channels = new EnumMap<>(Platform.class);
    bots.forEach(served -> channels.put(served.platform(), served.bot().channel()));
    return channels;
  }

  /** Tells of each platform, each time that its bot serves. */
  void onReady(Consumer<Platform> listener) {
    bots.forEach(served -> served.bot().onReady(() -> listener.accept(served.platform())));
  }

  /** Starts all of them. Returns at once. */
  void begin() {
    bots.forEach(served -> served.bot().begin());
  }

  /** The platform is this instance's: its bot starts, where it does not run. Returns at once. */
  void begin(Platform platform) {
    on(platform).forEach(OwnedBot::begin);
  }

  /** It may be another's: its bot ends. Returns at once. */
  void cease(Platform platform) {
    on(platform).forEach(OwnedBot::cease);
  }

  private List<OwnedBot> on(Platform platform) {
    return bots.stream().filter(served -> served.platform() == platform).map(Served::bot).toList();
  }

  /** Completed when each bot serves or has been refused. */
  CompletableFuture<Void> settled() {
    return all(
        bots.stream()
            .<CompletableFuture<?>>map(
                served -> served.bot().ready().handle((name, refused) -> true))
            .toList());
  }

  /** Tells the operator of each bot that serves, and of each that was refused, as it happens. */
  void announce(Console console) {
    told =
        all(
            bots.stream()
                .<CompletableFuture<?>>map(
                    served ->
                        served
                            .bot()
                            .ready()
                            .handle((name, failure) -> tell(console, served, name, failure)))
                .toList());
  }

  private static boolean tell(
      Console console, Served served, @Nullable String name, @Nullable Throwable failure) {
    if (name != null) {
      console.say("cli.run.serving", served.name(), name);
    } else if (failure != null && !OwnedBot.isClosing(failure)) {
      console.complain("cli.run.refused", served.name(), served.token().name());
    }
    return name != null;
  }

  /**
   * Waits until no bot is left, and all has been told.
   *
   * @return whether the platforms ended them all; false where they were closed
   */
  boolean awaitLoss() {
    all(bots.stream().<CompletableFuture<?>>map(served -> served.bot().ended()).toList()).join();
    told.join();
    return bots.stream().noneMatch(served -> served.bot().ended().join() == Bot.End.CLOSED);
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<?>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  @Override
  public void close() {
    try (Closing closing = new Closing()) {
      bots.forEach(served -> closing.add(served.bot()));
    }
  }
}
