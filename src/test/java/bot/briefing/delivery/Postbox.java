package bot.briefing.delivery;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A platform as a channel sees it: keeps what it took, and says what a test tells it to. Takes a
 * key once within its life, as Discord does, where it has one.
 */
final class Postbox implements Channel {
  final List<Message> taken = new ArrayList<>();
  final List<Chat> asked = new ArrayList<>();
  final Deque<Fault> faults = new ArrayDeque<>();

  /** The messages that were to be edited, each time. */
  final List<MessageId> editing = new ArrayList<>();

  /** Those that say something else now, each time. */
  final List<MessageId> edited = new ArrayList<>();

  final Deque<Fault> editFaults = new ArrayDeque<>();

  /** What was done beside messages, each time that it changed something. */
  final List<String> deeds = new ArrayList<>();

  /** How often it was asked for such a thing. */
  int deedsAsked;

  final Deque<Fault> deedFaults = new ArrayDeque<>();
  final Map<Class<? extends Deed>, Receipt> deedRefusals = new HashMap<>();

  /** Whether the process dies after something was done beside messages. */
  Supplier<Boolean> dying = () -> false;

  /** Whether all threads are closed. */
  boolean threadsGone;

  /** Whether digests get empty topics. */
  boolean beginsEmpty;

  private int topics;

  final Map<MessageId, String> says = new HashMap<>();
  final Map<String, Receipt> refusals = new HashMap<>();
  boolean hasHistory = true;
  Duration answersAfter = Duration.ZERO;
  @Nullable Supplier<Receipt> always;
  private final Duration keyLife;
  private final InstantSource clock;

  Postbox(Duration keyLife, InstantSource clock) {
    this.keyLife = keyLife;
    this.clock = clock;
  }

  /** Each card one message. */
  @Override
  public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
    return cards.stream()
        .map(Postbox::text)
        .map(text -> new Part("<b>" + text + "</b>", text))
        .toList();
  }

  private static String text(Card card) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : card.pieces()) {
      switch (piece) {
        case Piece.Note(var spans) -> spans.stream().map(Span::text).forEach(text::append);
        case Piece.Title(var spans) -> spans.stream().map(Span::text).forEach(text::append);
        default -> {}
      }
    }
    return text.toString();
  }

  @Override
  public Receipt send(Chat chat, Part part, Key key, boolean silent) {
    Receipt receipt = receive(chat, part, key);
    long until = System.nanoTime() + answersAfter.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    return receipt;
  }

  private synchronized Receipt receive(Chat chat, Part part, Key key) {
    asked.add(chat);
    Receipt refusal = refusals.get(chat.id());
    if (refusal != null) {
      return refusal;
    }
    if (threadsGone && chat.thread() != null) {
      return new Receipt.ThreadGone();
    }
    Fault fault = faults.poll();
    if (fault != null && !fault.taken) {
      return fault.receipt;
    }
    if (always != null) {
      return always.get();
    }
    Receipt sent = new Receipt.Sent(take(chat, part, key));
    return fault == null ? sent : fault.receipt;
  }

  private MessageId take(Chat chat, Part part, Key key) {
    Instant now = clock.instant();
    for (Message one : taken) {
      if (one.nonce.equals(key.nonce())
          && one.chat.equals(chat)
          && Duration.between(one.at, now).compareTo(keyLife) < 0) {
        return one.id;
      }
    }
    MessageId id = new MessageId(String.valueOf(taken.size() + 1));
    taken.add(new Message(id, chat, part.body(), key.nonce(), now));
    return id;
  }

  /** An edit that changes nothing is none. */
  @Override
  public synchronized Receipt edit(Chat chat, MessageId message, Part part, Key key) {
    editing.add(message);
    Receipt refusal = refusals.get(chat.id());
    if (refusal != null) {
      return refusal;
    }
    Fault fault = editFaults.poll();
    if (fault != null && !fault.taken) {
      return fault.receipt;
    }
    int index = Integer.parseInt(message.value()) - 1;
    Message old = taken.get(index);
    if (!old.chat.equals(chat) || !old.nonce.equals(key.nonce())) {
      throw new IllegalStateException("another message is edited: " + old);
    }
    if (!says.getOrDefault(message, old.body).equals(part.body())) {
      says.put(message, part.body());
      edited.add(message);
    }
    return fault == null ? new Receipt.Sent(message) : fault.receipt;
  }

  @Override
  public synchronized Search shows(Chat chat, MessageId message, Part part, Key key) {
    if (!hasHistory) {
      return new Search.CannotTell("no history");
    }
    Message old = taken.get(Integer.parseInt(message.value()) - 1);
    return says.getOrDefault(message, old.body).equals(part.body())
        ? new Search.Found(message)
        : new Search.NotThere();
  }

  /** What the messages of a chat say now. */
  synchronized List<String> says(String chat) {
    return taken.stream()
        .filter(one -> one.chat.id().equals(chat))
        .map(one -> says.getOrDefault(one.id, one.body))
        .toList();
  }

  @Override
  public synchronized Search find(Chat chat, Key key, Part part, Instant since) {
    if (!hasHistory) {
      return new Search.CannotTell("no history");
    }
    return taken.stream()
        .filter(one -> one.chat.equals(chat) && one.nonce.equals(key.nonce()))
        .filter(one -> !one.at.isBefore(since))
        .findFirst()
        .<Search>map(one -> new Search.Found(one.id))
        .orElseGet(Search.NotThere::new);
  }

  @Override
  public synchronized Receipt act(Chat chat, Deed deed) {
    deedsAsked++;
    if (chat.thread() != null && !(deed instanceof Deed.Topic)) {
      throw new IllegalStateException("nothing is done in a thread: " + deed);
    }
    Receipt refusal = deedRefusals.get(deed.getClass());
    if (refusal != null) {
      return refusal;
    }
    Fault fault = deedFaults.poll();
    if (fault != null && !fault.taken) {
      return fault.receipt;
    }
    Receipt receipt =
        switch (deed) {
          case Deed.Pin(var message) -> once("pin ", message);
          case Deed.Unpin(var message) -> once("unpin ", message);
          case Deed.Crosspost(var message) -> once("crosspost ", message);
          case Deed.Open(var message, var heading) -> {
            once("thread " + heading.title() + " at ", message);
            yield new Receipt.Sent(new MessageId("t" + message.value()));
          }
          case Deed.Post(var part, var key, _, var heading) -> {
            MessageId id = new MessageId(String.valueOf(taken.size() + 1));
            taken.add(new Message(id, chat, part.body(), key.nonce(), clock.instant()));
            deeds.add("post " + heading.title());
            yield new Receipt.Sent(id);
          }
          case Deed.Topic(var heading) -> {
            deeds.add("topic " + heading.title());
            yield new Receipt.Sent(new MessageId("topic" + ++topics));
          }
        };
    if (dying.get()) {
      throw new Killed();
    }
    return fault == null ? receipt : fault.receipt;
  }

  private Receipt once(String what, MessageId message) {
    if (!deeds.contains(what + message.value())) {
      deeds.add(what + message.value());
    }
    return new Receipt.Sent(message);
  }

  @Override
  public synchronized Search find(Chat chat, Deed.Post post, Instant since) {
    return find(chat, post.key(), post.part(), since);
  }

  @Override
  public boolean beginsEmpty() {
    return beginsEmpty;
  }

  @Override
  public Optional<Part> mention(String role) {
    return Optional.of(new Part("<@&" + role + ">", "@" + role));
  }

  @Override
  public Permits check(Chat chat) {
    return new Permits(Set.of());
  }

  synchronized int count() {
    return taken.size();
  }

  synchronized Instant at(int index) {
    return taken.get(index).at;
  }

  /** The most that were taken in any such span. */
  synchronized int mostIn(Duration span) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < taken.size(); to++) {
      while (!taken.get(from).at.plus(span).isAfter(taken.get(to).at)) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  synchronized List<String> texts(String chat) {
    return taken.stream().filter(one -> one.chat.id().equals(chat)).map(Message::body).toList();
  }

  /** The next message is not taken, and this is said. */
  void fault(Receipt receipt) {
    faults.add(new Fault(receipt, false));
  }

  /** The next message is taken, and yet this is said. */
  void takenAnd(Receipt receipt) {
    faults.add(new Fault(receipt, true));
  }

  record Message(MessageId id, Chat chat, String body, String nonce, Instant at) {}

  record Fault(Receipt receipt, boolean taken) {}
}
