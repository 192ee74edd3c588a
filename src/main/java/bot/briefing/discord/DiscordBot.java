package bot.briefing.discord;

import bot.briefing.chat.Bot;
import bot.briefing.chat.Channel;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.TokenRefusedException;
import bot.briefing.command.Newsroom;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot in Discord: connects, registers its commands where they have changed, and answers. Safe
 * for any thread.
 */
public final class DiscordBot implements Bot {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordBot.class);
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofMillis(1500);
  private static final int REQUESTS_AT_ONCE = 64;

  private final String token;
  private final Optional<URI> api;
  private final Mishaps mishaps;

  /** Never shut down: it holds no JVM, and JDA still has a word to say while it ends. */
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofVirtual()
              .name("discord-", 0)
              .uncaughtExceptionHandler((_, failure) -> stray(failure))
              .factory());

  private final OkHttpClient client;
  private final Listener listener;
  private final GuildLife guilds;
  private final DiscordChannel channel;

  /**
   * Its own one JDA shuts down before it has stopped listening, and then breaks at an interaction
   * that still comes.
   */
  private final ScheduledExecutorService gateway =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("discord-gateway").factory());

  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable ShardManager shards;

  private DiscordBot(
      String token,
      Optional<URI> api,
      Newsroom newsroom,
      Language standard,
      ChatEvents events,
      InstantSource clock) {
    this.token = token;
    this.api = api;
    mishaps = new Mishaps(token);
    listener = new Listener(newsroom, standard, threads, mishaps, events);
    guilds = new GuildLife(events, standard);
    channel = new DiscordChannel(() -> Optional.ofNullable(shards), clock);
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
    client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .followRedirects(false)
            .addInterceptor(new OneShot())
            .build();
  }

  /**
   * Begins to connect, and returns. As long as Discord cannot be reached it is tried again, with a
   * line in the log.
   *
   * @param api the REST base, such as {@code http://127.0.0.1:8081/api/v10/}, which is asked for
   *     the gateway's address; empty for Discord's own
   * @param standard the language of those whose own the bot does not speak
   * @param events hears what becomes of channels
   * @param clock says until when the channel has to wait
   */
  public static DiscordBot start(
      String token,
      Optional<URI> api,
      Newsroom newsroom,
      Language standard,
      ChatEvents events,
      InstantSource clock) {
    DiscordBot bot = new DiscordBot(token, api, newsroom, standard, events, clock);
    bot.threads.execute(bot::connect);
    return bot;
  }

  @Override
  public CompletableFuture<String> ready() {
    return ready.copy();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public CompletableFuture<End> ended() {
    return ended.copy();
  }

  private void connect() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!tried(pause) && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = Stream.of(pause.multipliedBy(2), LONGEST_PAUSE).min(Duration::compareTo).get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there is nothing more to try. */
  private boolean tried(Duration pause) {
    if (!TOKEN.matcher(token).matches()) {
      refused();
      return true;
    }
    try {
      ShardManager manager = builder().build();
      shards = manager;
      if (closed.getCount() == 0) {
        manager.shutdown();
      }
      return true;
    } catch (RuntimeException e) {
      if (causes(e).anyMatch(InvalidTokenException.class::isInstance)) {
        refused();
        return true;
      }
      LOG.warn(
          "Discord cannot be reached ({}); trying again in {} s",
          mishaps.reason(e),
          pause.toSeconds());
      return false;
    }
  }

  private DefaultShardManagerBuilder builder() {
    RestConfig rest = new RestConfig();
    api.map(URI::toString)
        .map(base -> base.endsWith("/") ? base : base + "/")
        .ifPresent(rest::setBaseUrl);
    return DefaultShardManagerBuilder.createLight(token, EnumSet.noneOf(GatewayIntent.class))
        // Whether somebody manages a channel may depend on an overwrite for them alone.
        .enableCache(CacheFlag.MEMBER_OVERRIDES)
        .setRestConfig(rest)
        .setHttpClient(client)
        .setEventPool(threads, false)
        .setCallbackPool(threads, false)
        .setGatewayPool(gateway, false)
        .setRateLimitElastic(threads, false)
        .setContextEnabled(false)
        .setEnableShutdownHook(false)
        .setRequestTimeoutRetry(false)
        .addEventListeners(listener, guilds, new Life());
  }

  /** What JDA throws where nobody hears it: for the most part, that it is being closed. */
  private void stray(Throwable failure) {
    mishaps.broke("a thread", "working", failure);
  }

  private void refused() {
    LOG.error(
        ready.isDone()
            ? "Discord no longer takes the token: this platform is not served any more"
            : "Discord refused the token: this platform is not served");
    ready.completeExceptionally(new TokenRefusedException("Discord"));
    ended.complete(End.TOKEN_REFUSED);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, one -> one != null, Throwable::getCause).limit(20);
  }

  /** Says goodbye, waits for what is under way, and takes no longer than two seconds. */
  @Override
  public void close() {
    closed.countDown();
    ShardManager manager = shards;
    if (manager != null) {
      List<JDA> running = manager.getShards();
      manager.removeEventListener(listener, guilds);
      manager.shutdown();
      long end = System.nanoTime() + GOODBYE.toNanos();
      running.forEach(shard -> end(shard, end - System.nanoTime()));
    }
    gateway.shutdownNow();
    client.connectionPool().evictAll();
    ready.cancel(false);
    ended.complete(End.CLOSED);
  }

  private static void end(JDA shard, long nanos) {
    try {
      if (!shard.awaitShutdown(Duration.ofNanos(Math.max(nanos, 1_000_000)))) {
        shard.shutdownNow();
      }
    } catch (InterruptedException e) {
      shard.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** The connection's own events. */
  private final class Life extends ListenerAdapter {
    @Override
    public void onReady(ReadyEvent event) {
      if (event.getJDA().getShardInfo().getShardId() == 0) {
        String name = event.getJDA().getSelfUser().getName();
        LOG.info("Discord: connected as {}", name);
        Registration.check(event.getJDA(), mishaps, () -> ready.complete(name));
      }
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      if (event.getCloseCode() == CloseCode.AUTHENTICATION_FAILED) {
        refused();
      } else if (closed.getCount() > 0) {
        LOG.error("Discord ended the connection for good: {}", event.getCloseCode());
        ended.complete(End.DISMISSED);
      }
    }
  }
}
