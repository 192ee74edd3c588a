package bot.briefing.app;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Bot;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bot that runs only while its platform is this instance's: two that poll one token get in each
 * other's way. Safe for any thread.
 */
final class OwnedBot implements Bot {
  private static final String STANDS_BY = "another instance has the platform";

  private final Supplier<Bot> maker;
  private final Channel channel = new Through();
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final CompletableFuture<End> ended = new CompletableFuture<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** One after the other: a bot that is closed takes a while. */
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("owned-bot").factory());

  private volatile @Nullable Bot running;
  private volatile boolean closed;

  /**
   * Stands by.
   *
   * @param maker starts a bot and returns at once
   */
  OwnedBot(Supplier<Bot> maker) {
    this.maker = maker;
  }

  /** The platform is ours, from now on. */
  void begin() {
    turns.execute(this::start);
  }

  /** It may be another's: nothing is polled any more. */
  void cease() {
    turns.execute(this::stop);
  }

  /** Calls somebody each time that a bot serves. */
  void onReady(Runnable listener) {
    listeners.add(listener);
    if (ready.isDone() && !ready.isCompletedExceptionally()) {
      listener.run();
    }
  }

  private void start() {
    if (running != null || closed) {
      return;
    }
    Bot bot = maker.get();
    running = bot;
    var _ =
        bot.ready()
            .whenComplete(
                (name, failure) -> {
                  if (name != null) {
                    ready.complete(name);
                    listeners.forEach(Runnable::run);
                  } else if (failure != null && !isClosing(failure)) {
                    ready.completeExceptionally(failure);
                  }
                });
    var _ =
        bot.ended()
            .thenAccept(
                end -> {
                  if (end != End.CLOSED) {
                    ended.complete(end);
                  }
                });
  }

  /** Whether a bot did not come to serve because it was closed, and for nothing else. */
  static boolean isClosing(Throwable failure) {
    // A copy of a cancelled future is not cancelled itself: it fails with what cancelled it.
    return failure instanceof CancellationException
        || failure.getCause() instanceof CancellationException;
  }

  private void stop() {
    Bot bot = running;
    running = null;
    if (bot != null) {
      bot.close();
    }
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

  @Override
  public void close() {
    closed = true;
    Bot bot = running;
    if (bot != null) {
      bot.close();
    }
    turns.shutdown();
    ready.cancel(false);
    ended.complete(End.CLOSED);
  }

  /** The running bot's channel. */
  private final class Through implements Channel {
    private @Nullable Channel now() {
      Bot bot = running;
      return bot == null ? null : bot.channel();
    }

    @Override
    public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
      Channel now = now();
      if (now == null) {
        throw new IllegalStateException(STANDS_BY);
      }
      return now.split(cards, layout, place);
    }

    @Override
    public Receipt send(Chat chat, Part part, Key key, boolean silent) {
      Channel now = now();
      return now == null ? new Receipt.Unreachable(STANDS_BY) : now.send(chat, part, key, silent);
    }

    @Override
    public Receipt edit(Chat chat, MessageId message, Part part, Key key) {
      Channel now = now();
      return now == null ? new Receipt.Unreachable(STANDS_BY) : now.edit(chat, message, part, key);
    }

    @Override
    public Search find(Chat chat, Key key, Part part, Instant since) {
      Channel now = now();
      return now == null ? new Search.CannotTell(STANDS_BY) : now.find(chat, key, part, since);
    }

    @Override
    public Search shows(Chat chat, MessageId message, Part part, Key key) {
      Channel now = now();
      return now == null ? new Search.CannotTell(STANDS_BY) : now.shows(chat, message, part, key);
    }

    @Override
    public Permits check(Chat chat) {
      return check(chat, Extras.NONE);
    }

    @Override
    public Permits check(Chat chat, Extras wished) {
      Channel now = now();
      return now == null ? new Permits(Set.of()) : now.check(chat, wished);
    }

    @Override
    public Receipt act(Chat chat, Deed deed) {
      Channel now = now();
      return now == null ? new Receipt.Unreachable(STANDS_BY) : now.act(chat, deed);
    }

    @Override
    public Search find(Chat chat, Deed.Post post, Instant since) {
      Channel now = now();
      return now == null ? new Search.CannotTell(STANDS_BY) : now.find(chat, post, since);
    }

    @Override
    public boolean beginsEmpty() {
      Channel now = now();
      if (now == null) {
        throw new IllegalStateException(STANDS_BY);
      }
      return now.beginsEmpty();
    }

    @Override
    public Optional<Part> mention(String role) {
      Channel now = now();
      return now == null ? Optional.empty() : now.mention(role);
    }
  }
}
