package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Chats by the thousand, and who speaks in them. Groups share one administrator and one member.
 * Whoever calls it holds the world.
 */
final class Cast {
  private static final Person ADMINISTRATOR = new Person(900_000_001, "Admin", "ko");
  private static final Person MEMBER = new Person(900_000_002, "Member", "ko");
  private static final long FIRST = 1_000_000_001;

  private final World world;
  private final People people;
  private long made;

  Cast(World world, People people) {
    this.world = world;
    this.people = people;
  }

  ObjectNode settle(Settling wanted) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode ids = answer.putArray("ids");
    for (int i = 0; i < wanted.count(); i++) {
      long id = settle(wanted, owner(wanted));
      ids.add(Long.toString(id));
      if (wanted.kind().equals("forum")) {
        ArrayNode topics = answer.withObjectProperty("topics").putArray(Long.toString(id));
        for (int topic = 1; topic <= wanted.topics(); topic++) {
          topics.add(people.topic(owner(wanted), id, "Topic " + topic));
        }
      }
    }
    return answer;
  }

  private Person owner(Settling wanted) {
    return wanted.owner().isEmpty()
        ? ADMINISTRATOR
        : people.person(TelegramBackstage.chat(wanted.owner()));
  }

  private long settle(Settling wanted, Person owner) {
    String kind = wanted.kind();
    boolean quiet = wanted.quiet();
    long number = made++;
    String title = kind + " " + (number + 1);
    if (kind.equals("private")) {
      return people.settle(new Person(FIRST + number, "Reader " + (number + 1), "ko")).id();
    }
    at(owner);
    long id =
        switch (kind) {
          case "group" -> people.room(Room.Kind.GROUP, title, owner, false, quiet);
          case "supergroup" -> people.room(Room.Kind.SUPERGROUP, title, owner, false, quiet);
          case "forum" -> people.room(Room.Kind.SUPERGROUP, title, owner, true, quiet);
          case "channel" -> people.room(Room.Kind.CHANNEL, title, owner, false, quiet);
          default ->
              throw new IllegalArgumentException(
                  "Telegram's chats are private, group, supergroup, forum or channel.");
        };
    if (kind.equals("channel")) {
      world.expect(id).name("sandbox_channel_" + (number + 1));
    }
    if (wanted.administrator() && !kind.equals("channel")) {
      if (quiet) {
        world.expect(id).bot(Standing.ADMINISTRATOR);
      } else {
        people.stand(owner, id, Standing.ADMINISTRATOR);
      }
    }
    return id;
  }

  private Person at(Person person) {
    return world.person(person.id()).orElseGet(() -> people.settle(person));
  }

  /** Who that is in this chat; somebody joins who is not there yet. */
  Person speaker(Room room, Speaker as) {
    if (room.kind() == Room.Kind.PRIVATE) {
      return people.person(room.id());
    }
    boolean member = as == Speaker.MEMBER;
    Predicate<Standing> fits =
        standing -> member ? standing == Standing.MEMBER : standing.administrates();
    return room.members().entrySet().stream()
        .filter(one -> fits.test(one.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .map(people::person)
        .orElseGet(
            () -> {
              Person one = at(member ? MEMBER : ADMINISTRATOR);
              room.members().put(one.id(), member ? Standing.MEMBER : Standing.ADMINISTRATOR);
              return one;
            });
  }
}
