package bot.briefing.telegram;

import bot.briefing.chat.Bot;
import bot.briefing.chat.Channel;
import bot.briefing.chat.ChatEvents;
import bot.briefing.chat.TokenRefusedException;
import bot.briefing.command.Newsroom;
import bot.briefing.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot on Telegram: polls a Bot API server and answers. Runs on threads of its own until it is
 * closed or the token is refused; survives everything else. No update is answered twice within a
 * run; what was in work when the process died is not answered.
 */
public final class TelegramBot implements Bot {
  /** Telegram's own Bot API server. */
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

  private final Token token;
  private final Newsroom newsroom;
  private final Language fallback;
  private final Wire wire;
  private final ChatLife life;
  private final TelegramChannel channel;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Pause pause;
  private final Queues queues = new Queues();
  private final Polling polling;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable Desk desk;

  private TelegramBot(
      Token token,
      Wire wire,
      Newsroom newsroom,
      Language fallback,
      ChatEvents events,
      InstantSource clock,
      Optional<Pause> pause) {
    this.token = token;
    this.wire = wire;
    this.newsroom = newsroom;
    this.fallback = fallback;
    this.life = new ChatLife(events, fallback);
    this.channel = new TelegramChannel(wire, clock);
    this.pause = pause.orElse(this::await);
    this.polling = new Polling(wire, token, this.pause, this::take);
    this.thread = Thread.ofPlatform().name("telegram").daemon().unstarted(this::live);
  }

  /**
   * Starts a bot and returns at once. Where Telegram cannot be reached it keeps trying.
   *
   * @param apiUrl the Bot API server: scheme, host and port
   * @param fallback the language of readers of whom Telegram tells none that the bot speaks
   * @param events hears what becomes of chats
   * @param clock says until when the channel has to wait
   * @throws IllegalArgumentException for an empty token, or an address with a path
   */
  public static TelegramBot start(
      String token,
      URI apiUrl,
      Newsroom newsroom,
      Language fallback,
      ChatEvents events,
      InstantSource clock) {
    return start(token, apiUrl, newsroom, fallback, events, clock, Optional.empty());
  }

  static TelegramBot start(
      String token,
      URI apiUrl,
      Newsroom newsroom,
      Language fallback,
      ChatEvents events,
      InstantSource clock,
      Optional<Pause> pause) {
    Token secret = new Token(token);
    Wire wire = new Wire(secret, apiUrl);
    TelegramBot bot = new TelegramBot(secret, wire, newsroom, fallback, events, clock, pause);
    bot.thread.start();
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

  private void live() {
    End end = End.CLOSED;
    try {
      User self = identify();
      channel.serveAs(self);
      desk = new Desk(self);
      LOG.info("Telegram: serving as @{}", self.getUserName());
      Thread.ofVirtual().name("telegram-menu").start(() -> new Menu(wire).publish(fallback));
      ready.complete(self.getUserName());
      polling.run();
    } catch (TokenRefusedException refused) {
      LOG.error("Telegram: the token is refused; Telegram is given up");
      ready.completeExceptionally(refused);
      end = End.TOKEN_REFUSED;
    } catch (InterruptedException closing) {
      LOG.debug("Telegram: ended by an interrupt");
    } finally {
      ready.cancel(false);
      ended.complete(end);
    }
  }

  private User identify() throws TokenRefusedException, InterruptedException {
    Backoff backoff = new Backoff();
    boolean said = false;
    while (closed.getCount() > 0) {
      try {
        return wire.call(new GetMe());
      } catch (CallException failed) {
        if (failed.trouble() instanceof Trouble.TokenRefused) {
          throw new TokenRefusedException("Telegram");
        }
        if (!said) {
          LOG.warn("Telegram: cannot be reached, trying on: {}", failed.trouble());
          said = true;
        }
        pause.of(failed.trouble() instanceof Trouble.Wait(var time) ? time : backoff.next());
      }
    }
    throw new InterruptedException("closed");
  }

  private void take(Update update, boolean here) {
    Desk open = desk;
    if (open != null) {
      open.take(update, here);
    }
  }

  private void await(Duration time) throws InterruptedException {
    if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("closed");
    }
  }

  /** What is in work has half a second to end. */
  @Override
  public void close() {
    polling.stop();
    queues.close();
    closed.countDown();
    wire.close();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(1));
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  /** Brings updates to their chats' queues, once the bot knows its name. */
  private final class Desk {
    private final Reader reader;
    private final Front front;

    Desk(User self) {
      String username = self.getUserName();
      this.reader = new Reader(username, fallback);
      Runner runner = new Runner(wire, pause, life::answering);
      this.front =
          new Front(
              newsroom,
              new Rights(wire),
              new OtherChats(wire, self.getId()),
              runner,
              token,
              username);
    }

    void take(Update update, boolean here) {
      life.hear(update);
      CallbackQuery query = update.getCallbackQuery();
      if (query != null && !reader.isAcknowledgedLater(query)) {
        wire.tell(reader.acknowledge(query));
      }
      reader
          .read(update)
          .ifPresent(
              incoming ->
                  queues.add(incoming.asker().chat().id(), () -> front.serve(incoming), here));
    }
  }
}
