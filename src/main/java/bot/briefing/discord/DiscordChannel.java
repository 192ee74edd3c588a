package bot.briefing.discord;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Permits.Need;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * The way out to Discord: through JDA's connection, past its entities, its queues and its patience.
 * A channel that has said how long it is full is not asked before.
 */
final class DiscordChannel implements Channel {
  /** The form of a message, or of its parts (Developer documentation, JSON error codes). */
  private static final Set<Integer> OF_THE_FORM = Set.of(50035, 50006);

  private static final Receipt.Refused FOREIGN =
      new Receipt.Refused("not a message of this channel");

  private static final int REMEMBERED = 10_000;

  private final Supplier<Optional<JDA>> shard;
  private final InstantSource clock;
  private final Ask ask;
  private final Access access;
  private final History history;
  private final Deeds deeds;
  private final Forums forums;
  private final Cache<String, Instant> full = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * @param shards empty until Discord has been reached
   */
  DiscordChannel(Supplier<Optional<ShardManager>> shards, InstantSource clock) {
    this.shard = () -> shards.get().flatMap(manager -> manager.getShardCache().stream().findAny());
    this.clock = clock;
    this.ask = new Ask(shard);
    this.access = new Access(shards, ask);
    this.history = new History(ask, access);
    this.deeds = new Deeds(ask, clock);
    this.forums = new Forums(ask, clock);
  }

  @Override
  public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
    return Pushed.split(cards, layout);
  }

  @Override
  public Receipt send(Chat chat, Part stored, Key key, boolean silent) {
    Part part = Pushed.formed(stored);
    if (!Pushed.isReadable(part)) {
      return FOREIGN;
    }
    String channel = channel(chat);
    Instant until = full.getIfPresent(channel);
    if (until != null && clock.instant().isBefore(until)) {
      return new Receipt.RetryAfter(until, false);
    }
    CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(channel);
    Heard heard = ask.once(route, Pushed.send(part, key, silent));
    heard.full().ifPresent(wait -> full.put(channel, clock.instant().plus(wait)));
    return Verdict.of(heard, chat, clock.instant());
  }

  @Override
  public Receipt edit(Chat chat, MessageId message, Part stored, Key key) {
    Part part = Pushed.formed(stored);
    if (!Pushed.isReadable(part)) {
      return FOREIGN;
    }
    CompiledRoute route = Route.Messages.EDIT_MESSAGE.compile(channel(chat), message.value());
    Heard heard = ask.once(route, Pushed.edit(part, key));
    if (isOfTheForm(heard, part)) {
      heard = ask.once(route, Pushed.edit(Pushed.plain(part), key));
    }
    return Verdict.of(heard, chat, clock.instant());
  }

  /** What Discord refuses for its form, which has then not been sent, goes in words alone. */
  static boolean isOfTheForm(Heard heard, Part part) {
    return heard.status() == 400 && OF_THE_FORM.contains(heard.code()) && !part.plain().isBlank();
  }

  @Override
  public Search find(Chat chat, Key key, Part stored, Instant since) {
    Part part = Pushed.formed(stored);
    Instant now = clock.instant();
    Optional<String> self = shard.get().flatMap(DiscordChannel::self);
    if (self.isEmpty()) {
      return new Search.NotNow(now, "not connected to Discord");
    }
    if (!Pushed.isReadable(part)) {
      return new Search.CannotTell(FOREIGN.reason());
    }
    return history.find(
        channel(chat),
        message ->
            message.path("author").path("id").asText().equals(self.get())
                && Pushed.isSame(message, part, key),
        since,
        now);
  }

  @Override
  public Search shows(Chat chat, MessageId message, Part stored, Key key) {
    Part part = Pushed.formed(stored);
    if (!Pushed.isReadable(part)) {
      return new Search.CannotTell(FOREIGN.reason());
    }
    CompiledRoute route = Route.Messages.GET_MESSAGE.compile(channel(chat), message.value());
    return history.read(route, said -> Pushed.shows(said, part, key), clock.instant());
  }

  /** Who the bot is; empty until JDA has been told. */
  private static Optional<String> self(JDA jda) {
    try {
      return Optional.of(jda.getSelfUser().getId());
    } catch (IllegalStateException notYet) {
      return Optional.empty();
    }
  }

  @Override
  public Receipt act(Chat chat, Deed deed) {
    return switch (deed) {
      case Deed.Pin(var message) -> deeds.pin(chat, message);
      case Deed.Unpin(var message) -> deeds.unpin(chat, message);
      case Deed.Crosspost(var message) -> deeds.crosspost(chat, message);
      case Deed.Open(var message, var heading) -> deeds.open(chat, message, heading);
      case Deed.Post post -> forums.post(chat, post);
      case Deed.Topic _ -> new Receipt.Refused("Discord has no empty posts");
    };
  }

  @Override
  public Search find(Chat chat, Deed.Post post, Instant since) {
    return shard
        .get()
        .flatMap(DiscordChannel::self)
        .map(self -> forums.find(chat, post, since, self))
        .orElseGet(() -> new Search.NotNow(clock.instant(), "not connected to Discord"));
  }

  @Override
  public Optional<Part> mention(String role) {
    return Optional.of(Deeds.mention(role));
  }

  @Override
  public Permits check(Chat chat) {
    return check(chat, Extras.NONE);
  }

  @Override
  public Permits check(Chat chat, Extras wished) {
    Set<Need> missing = EnumSet.noneOf(Need.class);
    missing.addAll(access.missing(channel(chat)).orElse(Set.of()));
    return access.beside(channel(chat), wished, missing);
  }

  static String channel(Chat chat) {
    return chat.thread() == null ? chat.id() : chat.thread();
  }
}
