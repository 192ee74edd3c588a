package bot.briefing.sandbox.discord;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
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
  final InstantSource clock;
  final Snowflakes ids;
  final Person bot;
  final String token;
  final Guild home;
  final Guild elsewhere;
  final Person host;

  private final Map<Long, Person> people = new LinkedHashMap<>();
  private final Map<Long, Channel> channels = new LinkedHashMap<>();
  private final Map<Long, Channel> directs = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  World(InstantSource clock) {
    this.clock = clock;
    this.ids = new Snowflakes(clock);
    this.bot = new Person(ids.next(), "Briefing", "en-US", true);
    people.put(bot.id(), bot);
    this.token = token(bot.id());
    this.host = settle("지수", "ko");
    this.home = found("Briefing", true, "briefing", "random", "quiet");
    this.elsewhere = found("Elsewhere", false, "lobby");
  }

  /** Three parts with dots, the first one the user's id: some libraries read it there. */
  private static String token(long id) {
    String first =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Long.toString(id).getBytes(StandardCharsets.UTF_8));
    return first + ".Loopbk." + UUID.randomUUID().toString().replace("-", "");
  }

  private Guild found(String name, boolean botIsMember, String... rooms) {
    Guild guild = new Guild(ids.next(), name, botIsMember, host.id(), ids.next(), ids.next());
    for (String room : rooms) {
      Channel channel = Channel.in(guild, ids.next(), room);
      channels.put(channel.id, channel);
    }
    return guild;
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

  Person settle(String name, String locale) {
    Person person = new Person(ids.next(), name, locale, false);
    people.put(person.id(), person);
    return person;
  }

  /** How many humans there are. */
  int humans() {
    return people.size() - 1;
  }

  Optional<Person> person(String id) {
    return people.values().stream().filter(p -> Long.toString(p.id()).equals(id)).findFirst();
  }

  Optional<Channel> channel(long id) {
    return Optional.ofNullable(channels.get(id));
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
