package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.telegram.Entity.Kind;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Platform.Event;
import bot.briefing.sandbox.wire.Shared;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What there is: the bot, persons, chats and their messages. Whoever reads or changes it holds its
 * monitor; the page's listeners are told under it, so that they hear everything in order.
 */
final class World {
  /** The person at the page; their private chat has the same id. */
  static final long AT_THE_PAGE = 1;

  static final String BOT_NAME = "briefing_sandbox_bot";
  private static final long BOT_ID = 123_456;

  private final MovableClock clock;
  private final Journal journal = new Journal();
  private final Shared shared = new Shared();
  private final Updates updates = new Updates();
  private final Map<Long, Person> persons = new LinkedHashMap<>();
  private final Map<Long, Room> rooms = new LinkedHashMap<>();
  private final Map<String, Long> queries = new LinkedHashMap<>();
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
  private long lastQuery = 4_000_000_000_000_000L;

  World(MovableClock clock) {
    this.clock = clock;
  }

  MovableClock clock() {
    return clock;
  }

  Journal journal() {
    return journal;
  }

  static long botId() {
    return BOT_ID;
  }

  static ObjectNode bot() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", BOT_ID)
        .put("is_bot", true)
        .put("first_name", "Sandbox")
        .put("username", BOT_NAME);
  }

  Updates updates() {
    return updates;
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  void watch(Consumer<Event> listener) {
    listeners.add(listener);
  }

  void add(Person person) {
    persons.put(person.id(), person);
  }

  Optional<Person> person(long id) {
    return Optional.ofNullable(persons.get(id));
  }

  void add(Room room) {
    rooms.put(room.id(), room);
  }

  /** The room with this user name, without the at sign. */
  Optional<Room> room(String username) {
    return rooms.values().stream()
        .filter(room -> room.username().equalsIgnoreCase(username))
        .findFirst();
  }

  Optional<Room> room(long id) {
    return Optional.ofNullable(rooms.get(id));
  }

  /** The room of this id, for people: it must be there. */
  Room expect(long id) {
    return room(id).orElseThrow(() -> new IllegalArgumentException("No chat " + id));
  }

  int roomCount() {
    return rooms.size();
  }

  /** Stores a message of the bot or of a person and shows it. */
  ObjectNode post(Room room, Optional<Person> author, Consumer<ObjectNode> content) {
    int id = room.nextMessage();
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("message_id", id);
    if (room.channel()) {
      message.set("sender_chat", room.toJson());
    } else {
      message.set("from", author.map(Person::toJson).orElseGet(World::bot));
    }
    message.set("chat", room.toJson());
    message.put("date", now());
    content.accept(message);
    keep(room, message);
    tell(author.isPresent() ? "said" : "sent", room, message);
    return message.deepCopy();
  }

  private void keep(Room room, ObjectNode message) {
    shared.fold(message);
    room.keep(message.path("message_id").asInt(), message);
  }

  void edited(Room room, ObjectNode message) {
    keep(room, message);
    tell("edited", room, message);
  }

  void deleted(Room room, int id) {
    room.pinned().remove(id);
    ObjectNode message = room.messages().remove(id);
    if (message != null) {
      tell("deleted", room, message);
    }
  }

  void tell(String kind, Room room, ObjectNode message) {
    if (room.id() == AT_THE_PAGE) {
      Event event = new Event(kind, message.deepCopy());
      listeners.forEach(listener -> listener.accept(event));
    }
  }

  /** Writes a text and its entities into a message, under the names that it has there. */
  void write(ObjectNode message, String name, Formatted text) {
    message.put(name, text.text());
    ArrayNode entities = JsonNodeFactory.instance.arrayNode();
    for (Entity entity : text.entities()) {
      if (entity.kind() != Kind.TEXT_MENTION) {
        entities.add(entity.toJson());
      } else {
        person(Long.parseLong(entity.argument()))
            .ifPresent(person -> entities.add(entity.toJson().set("user", person.toJson())));
      }
    }
    String field = name.equals("text") ? "entities" : name + "_entities";
    if (entities.isEmpty()) {
      message.remove(field);
    } else {
      message.set(field, entities);
    }
  }

  /** A new callback query of this room; its id. */
  String ask(Room room) {
    String id = Long.toString(++lastQuery);
    queries.put(id, room.id());
    return id;
  }

  /** The room of a callback query that is still open; it is open no more. */
  Optional<Room> answered(String query) {
    return Optional.ofNullable(queries.remove(query)).flatMap(this::room);
  }
}
