package bot.briefing.sandbox.discord;

import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Shared;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who and what there is: one application with its bot, its home guild, a guild that knows the app
 * only through people who installed it for themselves, and people. Everything else of this room
 * that changes is touched only inside {@link #alone}.
 */
final class World {
  final MovableClock clock;
  final Snowflakes ids;

  /** Never older than they look to a client whose clock nobody moved: JDA reads their age. */
  final Snowflakes interactionIds;

  final Journal journal = new Journal();
  final Shared shared = new Shared();
  final Person bot;
  final String token;
  final Guild home;
  final Guild elsewhere;
  final Person host;

  private final List<Guild> guilds = new ArrayList<>();
  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final Map<Long, Channel> channels = new LinkedHashMap<>();
  private final Map<Long, Channel> directs = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  World(MovableClock clock) {
    this.clock = clock;
    this.ids = new Snowflakes(clock);
    this.interactionIds = new Snowflakes(() -> later(clock.instant(), clock.unmoved()));
    this.bot = new Person(ids.next(), "Briefing", "en-US", true, false);
    people.put(bot.id(), bot);
    this.token = token(bot.id());
    this.host = settle("지수", "ko", true);
    this.home = found("Briefing", true, "briefing", "random", "quiet");
    this.elsewhere = found("Elsewhere", false, "lobby");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Three parts with dots, the first one the user's id: some libraries read it there. */
  private static String token(long id) {
    String first =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Long.toString(id).getBytes(StandardCharsets.UTF_8));
    return first + ".Loopbk." + UUID.randomUUID().toString().replace("-", "");
  }

  Guild found(String name, boolean botIsMember, String... rooms) {
    Guild guild = new Guild(name, botIsMember, host.id(), ids);
    guilds.add(guild);
    for (String room : rooms) {
      open(guild, room);
    }
    return guild;
  }

  /** A new text channel. */
  Channel open(Guild guild, String name) {
    return settled(Channel.in(guild, Channel.GUILD_TEXT, ids.next(), name));
  }

  /** A channel is there from now on. */
  Channel settled(Channel channel) {
    channels.put(channel.id, channel);
    return channel;
  }

  void remove(Channel channel) {
    channels.remove(channel.id);
    channel
        .guild()
        .ifPresent(
            guild -> {
              guild.channels().remove(channel);
              guild.threads().remove(channel);
            });
  }

  List<Guild> guilds() {
    return guilds;
  }

  String application() {
    return Long.toString(bot.id());
  }

  /** Runs the work while nobody else changes anything. */
  <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  Person settle(String name, String locale, boolean administrator) {
    Person person = new Person(ids.next(), name, locale, false, administrator);
    people.put(person.id(), person);
    return person;
  }

  /** How many humans there are. */
  int humans() {
    return people.size() - 1;
  }

  Optional<Person> person(String id) {
    try {
      return Optional.ofNullable(people.get(Long.parseLong(id)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  Optional<Channel> channel(long id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** The channel of a request, if the bot sees it. */
  Channel seen(Request request) {
    Channel channel =
        channel(request.id("channel_id"))
            .orElseThrow(() -> new Refusal(404, 10003, "Unknown Channel"));
    if (!channel.botIsHere() || !channel.allows(Permissions.VIEW_CHANNEL)) {
      throw Refusal.missingAccess();
    }
    return channel;
  }

  /** Likewise, if the bot may do that there. */
  Channel seen(Request request, long permission) {
    Channel channel = seen(request);
    if (!channel.allows(permission)) {
      throw Refusal.missingPermissions();
    }
    return channel;
  }

  /** The message of a request. */
  static Message message(Request request, Channel channel) {
    return Optional.ofNullable(channel.messages.get(request.id("message_id")))
        .filter(Message::isPublic)
        .orElseThrow(Refusal::unknownMessage);
  }

  Channel firstChannel() {
    return home.channels().getFirst();
  }

  Channel direct(Person person) {
    return directs.computeIfAbsent(
        person.id(),
        _ -> {
          Channel channel = Channel.with(person, ids.next());
          channels.put(channel.id, channel);
          return channel;
        });
  }
}
