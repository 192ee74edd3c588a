package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.fault.Faults;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.limit.Limits;
import bot.briefing.sandbox.wire.Backstage;
import bot.briefing.sandbox.wire.Journal;
import bot.briefing.sandbox.wire.MovableClock;
import bot.briefing.sandbox.wire.Settling;
import bot.briefing.sandbox.wire.Speaker;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** This Telegram from behind. */
final class TelegramBackstage implements Backstage {
  private final World world;
  private final People people;
  private final Cast cast;
  private final Faults faults;
  private final Limits limits;

  TelegramBackstage(World world, People people, Faults faults, Limits limits) {
    this.world = world;
    this.people = people;
    this.cast = new Cast(world, people);
    this.faults = faults;
    this.limits = limits;
  }

  @Override
  public Faults faults() {
    return faults;
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Journal journal() {
    return world.journal();
  }

  @Override
  public MovableClock clock() {
    return world.clock();
  }

  @Override
  public ObjectNode happen(Incident incident) {
    ObjectNode outcome = JsonNodeFactory.instance.objectNode();
    synchronized (world) {
      long chat = chat(incident.chat());
      Room room = world.expect(chat);
      boolean direct = room.kind() == Room.Kind.PRIVATE;
      Person by = cast.speaker(room, Speaker.ADMINISTRATOR);
      switch (incident.kind()) {
        case BLOCKED -> {
          require(direct, "Only the person of a private chat blocks the bot.");
          people.block(by);
        }
        case KICKED -> {
          require(!direct, "In a private chat the bot is blocked, not kicked.");
          people.stand(by, chat, Standing.KICKED);
        }
        case LET_IN, PERMISSION_GIVEN -> people.stand(by, chat, room.before());
        case PERMISSION_REMOVED -> {
          require(!direct, "There are no permissions in a private chat.");
          people.stand(
              by, chat, room.channel() ? Standing.SILENT_ADMINISTRATOR : Standing.RESTRICTED);
        }
        case DELETED -> room.delete();
        case MIGRATED -> {
          require(room.kind() == Room.Kind.GROUP, "Only a basic group becomes a supergroup.");
          outcome.put("chat", Long.toString(people.migrate(by, chat)));
        }
        case TOPIC_CLOSED -> people.closeTopic(by, chat, incident.thread(), true);
        case TOPIC_OPENED -> people.closeTopic(by, chat, incident.thread(), false);
        case TOPIC_DELETED -> people.deleteTopic(chat, incident.thread());
        case DISCONNECT, OUTAGE ->
            throw new IllegalArgumentException("Telegram has no " + incident.kind().word() + ".");
      }
    }
    return outcome;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public ObjectNode settle(Settling wanted) {
    synchronized (world) {
      return cast.settle(wanted);
    }
  }

  @Override
  public void say(String chat, Speaker as, String text) {
    synchronized (world) {
      Room room = world.expect(chat(chat));
      Person person = cast.speaker(room, as);
      if (as == Speaker.ANONYMOUS) {
        people.sayAnonymously(person, room.id(), text);
      } else {
        people.say(person, room.id(), text);
      }
    }
  }

  @Override
  public void press(String chat, Speaker as, String message, String button, String value) {
    synchronized (world) {
      Room room = world.expect(chat(chat));
      people.press(cast.speaker(room, as), room.id(), number(message), button, value);
    }
  }

  @Override
  public ArrayNode messages(String chat) {
    return people.messages(chat(chat));
  }

  static int number(String message) {
    try {
      return Integer.parseInt(message);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("No message " + message, e);
    }
  }

  static long chat(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("No chat \"" + id + "\"", e);
    }
  }
}
