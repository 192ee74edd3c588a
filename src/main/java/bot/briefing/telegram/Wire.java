package bot.briefing.telegram;

import bot.briefing.http.LostException;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * The connection to a Bot API server: telegrambots' client with every request written once. Calls
 * are made on the calling thread, which has nothing else to do; polls and calls do not wait for
 * each other. Safe for any thread.
 */
final class Wire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

  /** How long Telegram may hold a poll (getUpdates, timeout). */
  static final Duration POLL = Duration.ofSeconds(50);

  private static final Duration CALL = Duration.ofSeconds(30);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-http-", 0).factory());
  private final ConnectionPool connections = new ConnectionPool(16, 60, TimeUnit.SECONDS);

  /**
   * A connection that has waited may have been closed at the other end: what is written to it is
   * lost, or is not.
   */
  private final ConnectionPool unpooled = new ConnectionPool(0, 1, TimeUnit.SECONDS);

  private final Dispatcher calls = dispatcher(new OnCaller());
  private final Dispatcher words = dispatcher(threads);
  private final Dispatcher polls = dispatcher(new OnCaller());
  private final OkHttpTelegramClient caller;
  private final OkHttpTelegramClient teller;
  private final OkHttpTelegramClient poller;
  private final OkHttpTelegramClient deliverer;

  /**
   * Connects when it is first called.
   *
   * @param apiUrl scheme, host and port only: the library has no place for a path
   * @throws IllegalArgumentException for any other address
   */
  Wire(Token token, URI apiUrl) {
    TelegramUrl url = url(apiUrl);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .addInterceptor(new OneShot())
            .dispatcher(calls)
            .connectionPool(connections)
            .followRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(CALL)
            .callTimeout(CALL)
            .build();
    Duration held = POLL.plusSeconds(15);
    OkHttpClient patient =
        client.newBuilder().dispatcher(polls).readTimeout(held).callTimeout(held).build();
    OkHttpClient aside = client.newBuilder().dispatcher(words).build();
    OkHttpClient careful = client.newBuilder().connectionPool(unpooled).build();
    this.caller = new OkHttpTelegramClient(Requests.JSON, client, token.secret(), url);
    this.teller = new OkHttpTelegramClient(Requests.JSON, aside, token.secret(), url);
    this.poller = new OkHttpTelegramClient(Requests.JSON, patient, token.secret(), url);
    this.deliverer = new OkHttpTelegramClient(Requests.JSON, careful, token.secret(), url);
  }

  /** Without a bound: a call that waited would be made by the thread of another one. */
  private static Dispatcher dispatcher(ExecutorService threads) {
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return dispatcher;
  }

  private static TelegramUrl url(URI url) {
    String scheme = url.getScheme();
    boolean plain = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    if (url.getHost() == null || !plain || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("not the address of a Bot API server: " + url);
    }
    int port = url.getPort() >= 0 ? url.getPort() : "http".equals(scheme) ? 80 : 443;
    return new TelegramUrl(scheme, url.getHost(), port, false);
  }

  /** Calls and waits for the answer, at most 30 seconds. */
  <T extends Serializable> T call(BotApiMethod<T> method)
      throws CallException, InterruptedException {
    return await(caller, method, CALL);
  }

  /** As {@link #call}, on a connection of its own. */
  <T extends Serializable> T deliver(BotApiMethod<T> method)
      throws CallException, InterruptedException {
    return await(deliverer, method, CALL);
  }

  /** Calls with the patience of a long poll. */
  <T extends Serializable> T poll(BotApiMethod<T> method)
      throws CallException, InterruptedException {
    return await(poller, method, POLL.plusSeconds(15));
  }

  /** Calls, and does not wait: nothing depends on the answer. */
  void tell(BotApiMethod<?> method) {
    try {
      CompletableFuture<?> told = teller.executeAsync(method);
      told.exceptionally(
          failure -> {
            LOG.debug("{} was not taken: {}", method.getMethod(), trouble(failure));
            return null;
          });
    } catch (TelegramApiException invalid) {
      throw new IllegalArgumentException(invalid.getMessage(), invalid);
    }
  }

  private static <T extends Serializable> T await(
      OkHttpTelegramClient client, BotApiMethod<T> method, Duration most)
      throws CallException, InterruptedException {
    try {
      T result = client.executeAsync(method).get(most.toSeconds() + 5, TimeUnit.SECONDS);
      if (result == null) {
        throw new CallException(new Trouble.MaybeSent("an answer without a result"));
      }
      return result;
    } catch (ExecutionException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException("while calling");
      }
      throw new CallException(trouble(failed.getCause()));
    } catch (TimeoutException late) {
      throw new CallException(new Trouble.MaybeSent("no answer"));
    } catch (TelegramApiException invalid) {
      throw new CallException(new Trouble.Refused(String.valueOf(invalid.getMessage())));
    }
  }

  private static Trouble trouble(@Nullable Throwable failure) {
    return switch (failure) {
      case TelegramApiRequestException answer -> Trouble.of(answer);
      case LostException lost ->
          lost.begun() ? new Trouble.MaybeSent(lost.why()) : new Trouble.NotSent(lost.why());
      case null -> new Trouble.MaybeSent("a failure without a cause");
      default -> new Trouble.MaybeSent(failure.getClass().getSimpleName());
    };
  }

  /** Ends the poll that is under way, and no call. */
  void stopPolling() {
    polls.cancelAll();
  }

  @Override
  public void close() {
    polls.cancelAll();
    calls.cancelAll();
    words.cancelAll();
    threads.shutdownNow();
    connections.evictAll();
  }
}
