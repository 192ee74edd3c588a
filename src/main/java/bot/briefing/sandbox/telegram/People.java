package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What persons do on this Telegram. Each method returns the platform's id of what it made, and
 * throws IllegalArgumentException when the person, the chat or the message is not there.
 */
public final class People {
  private static final long FIRST_SUPERGROUP = -1_001_000_000_000L;

  private final World world;

  People(World world) {
    this.world = world;
  }

  /** A person moves in, with a private chat in which they have started the bot. */
  public Person settle(Person person) {
    synchronized (world) {
      world.add(person);
      Room room = new Room(person.id(), Room.Kind.PRIVATE, person.firstName(), false);
      room.bot(Standing.MEMBER);
      room.members().put(person.id(), Standing.MEMBER);
      world.add(room);
      return person;
    }
  }

  /** The person of this id. */
  public Person person(long id) {
    synchronized (world) {
      return world.person(id).orElseThrow(() -> new IllegalArgumentException("No person " + id));
    }
  }

  /** Somebody changes the language of their app. */
  public Person speak(Person person, String languageCode) {
    synchronized (world) {
      Person now = new Person(person.id(), person.firstName(), languageCode);
      world.add(now);
      return now;
    }
  }

  /** A person makes a basic group and takes the bot in; the group's id. */
  public long group(String title, Person owner) {
    return room(Room.Kind.GROUP, title, owner, false, false);
  }

  /** A person makes a supergroup and takes the bot in; its id. */
  public long supergroup(String title, Person owner) {
    return room(Room.Kind.SUPERGROUP, title, owner, false, false);
  }

  /** A person makes a supergroup with topics and takes the bot in; its id. */
  public long forum(String title, Person owner) {
    return room(Room.Kind.SUPERGROUP, title, owner, true, false);
  }

  /** A person makes a channel with the bot as an administrator; its id. */
  public long channel(String title, Person owner) {
    return room(Room.Kind.CHANNEL, title, owner, false, false);
  }

  /** A person makes a chat; a quiet one has the bot in it without a word. */
  long room(Room.Kind kind, String title, Person owner, boolean forum, boolean quiet) {
    synchronized (world) {
      int count = world.roomCount();
      long id = kind == Room.Kind.GROUP ? -100 - count : FIRST_SUPERGROUP - count;
      Room room = new Room(id, kind, title, forum);
      room.members().put(owner.id(), Standing.CREATOR);
      world.add(room);
      Standing standing = room.channel() ? Standing.ADMINISTRATOR : Standing.MEMBER;
      if (quiet) {
        room.bot(standing);
      } else {
        stand(owner, id, standing);
      }
      return id;
    }
  }

  /** A topic begins in a forum; the id of its thread. */
  public int topic(Person person, long forum, String name) {
    synchronized (world) {
      Room room = room(forum);
      ObjectNode message =
          write(
              person,
              room,
              m -> m.putObject("forum_topic_created").put("name", name).put("icon_color", 7322096));
      int thread = message.path("message_id").asInt();
      room.topics().put(thread, name);
      return thread;
    }
  }

  /** A topic of a forum is deleted with its messages. */
  public void deleteTopic(long forum, int thread) {
    synchronized (world) {
      Room room = room(forum);
      room.topics().remove(thread);
      room.messages().values().removeIf(m -> m.path("message_thread_id").asInt() == thread);
    }
  }

  /** A topic of a forum is closed, or opened again. */
  public void closeTopic(Person person, long forum, int thread, boolean close) {
    synchronized (world) {
      Room room = room(forum);
      if (!room.topics().containsKey(thread)) {
        throw new IllegalArgumentException("No topic " + thread);
      }
      if (close ? room.closed().add(thread) : room.closed().remove(thread)) {
        write(
            person,
            room,
            message -> {
              message.put("message_thread_id", thread).put("is_topic_message", true);
              message.putObject(close ? "forum_topic_closed" : "forum_topic_reopened");
            });
      }
    }
  }

  /** A basic group becomes a supergroup; the new chat's id. */
  public long migrate(Person owner, long group) {
    synchronized (world) {
      Room old = room(group);
      long id = room(Room.Kind.SUPERGROUP, old.title(), owner, false, true);
      Room room = room(id);
      room.members().putAll(old.members());
      room.bot(old.bot());
      write(owner, old, message -> message.put("migrate_to_chat_id", id));
      old.migrate(id);
      write(owner, room, message -> message.put("migrate_from_chat_id", group));
      return id;
    }
  }

  /** A channel or supergroup becomes public. */
  public void name(long chat, String username) {
    synchronized (world) {
      room(chat).name(username);
    }
  }

  /**
   * A person chooses a chat by a button of the keyboard that the bot has shown them
   * (KeyboardButtonRequestChat). Where the bot must be an administrator and is none, the owner of
   * the chat makes it one by that.
   *
   * @throws IllegalArgumentException where no such keyboard is shown, or an app would not offer the
   *     chat
   */
  public void share(Person person, int request, long chat) {
    synchronized (world) {
      Room alone = room(person.id());
      JsonNode wanted =
          alone
              .keyboard()
              .flatMap(markup -> ReplyKeyboard.request(markup, request))
              .orElseThrow(() -> new IllegalArgumentException("No request " + request));
      Room shared = room(chat);
      Standing here = shared.members().getOrDefault(person.id(), Standing.LEFT);
      if (!ReplyKeyboard.offers(wanted, shared, here)) {
        throw new IllegalArgumentException("The app does not offer " + chat);
      }
      if (ReplyKeyboard.promotes(wanted, shared)) {
        if (here != Standing.CREATOR) {
          throw new IllegalArgumentException("Only the owner makes the bot an administrator");
        }
        stand(person, chat, Standing.ADMINISTRATOR);
      }
      write(
          person,
          alone,
          message -> message.set("chat_shared", ReplyKeyboard.shared(wanted, shared)));
    }
  }

  /** A person writes in a chat; the message's id. */
  public int say(Person person, long chat, String text) {
    return say(person, chat, text, _ -> {});
  }

  /** A person writes in a topic of a forum. */
  public int sayInTopic(Person person, long forum, int thread, String text) {
    return say(
        person,
        forum,
        text,
        message -> message.put("message_thread_id", thread).put("is_topic_message", true));
  }

  /** An administrator who is anonymous writes in a group: it comes from the group itself. */
  public int sayAnonymously(Person person, long group, String text) {
    return say(
        person,
        group,
        text,
        message -> {
          message.set("sender_chat", message.path("chat").deepCopy());
          message
              .putObject("from")
              .put("id", 1_087_968_824)
              .put("is_bot", true)
              .put("first_name", "Group")
              .put("username", "GroupAnonymousBot");
        });
  }

  /** A person replies to a message. */
  public int reply(Person person, long chat, int message, String text) {
    synchronized (world) {
      ObjectNode original = message(room(chat), message);
      return say(person, chat, text, m -> m.set("reply_to_message", original.deepCopy()));
    }
  }

  private int say(Person person, long chat, String text, Consumer<ObjectNode> more) {
    synchronized (world) {
      Formatted formatted = TextRules.settled(new Formatted(text, java.util.List.of()));
      if (formatted.text().isEmpty() || formatted.text().length() > TextRules.TEXT) {
        throw new IllegalArgumentException("A message has 1 to 4096 characters.");
      }
      Room room = room(chat);
      if (room.kind() == Room.Kind.PRIVATE) {
        stand(person, chat, Standing.MEMBER);
      }
      return write(
              person,
              room,
              message -> {
                more.accept(message);
                world.write(message, "text", formatted);
              })
          .path("message_id")
          .asInt();
    }
  }

  private ObjectNode write(Person person, Room room, Consumer<ObjectNode> content) {
    ObjectNode message = world.post(room, Optional.of(person), content);
    if (Privacy.shows(room, message)) {
      world.updates().add(room.channel() ? "channel_post" : "message", message);
    }
    return message;
  }

  /** A person presses a button, known by its callback data, or by its address if it has one. */
  public void press(Person person, long chat, int message, String button) {
    synchronized (world) {
      Room room = room(chat);
      ObjectNode pressed = message(room, message);
      for (JsonNode row : pressed.path("reply_markup").path("inline_keyboard")) {
        for (JsonNode one : row) {
          if (one.path("callback_data").asText("").equals(button)) {
            world.updates().add("callback_query", query(person, room, pressed, button));
            return;
          }
          if (one.path("url").asText("").equals(button)) {
            open(person, button);
            return;
          }
        }
      }
      throw new IllegalArgumentException("No button " + button + " under message " + message);
    }
  }

  /**
   * A person presses a button below a message, or one of the keyboard that came with it.
   *
   * @param value the id of the chat that is chosen by it; empty for another button
   */
  public void press(Person person, long chat, int message, String button, String value) {
    synchronized (world) {
      JsonNode markup = message(room(chat), message).path("reply_markup");
      Optional<JsonNode> key = ReplyKeyboard.button(markup, button);
      if (key.isEmpty()) {
        press(person, chat, message, button);
      } else if (!room(chat).keyboard().filter(markup::equals).isPresent()) {
        throw new IllegalArgumentException("That keyboard is shown no more.");
      } else if (key.get().has("request_chat")) {
        int request = key.get().path("request_chat").path("request_id").asInt();
        share(person, request, TelegramBackstage.chat(value));
      } else {
        say(person, chat, button);
      }
    }
  }

  private ObjectNode query(Person person, Room room, ObjectNode message, String data) {
    ObjectNode query = JsonNodeFactory.instance.objectNode().put("id", world.ask(room));
    query.set("from", person.toJson());
    query.set("message", message.deepCopy());
    return query.put("chat_instance", Long.toString(room.id() * 7_919)).put("data", data);
  }

  /** A person follows an address: the bot's deep link starts it in the private chat. */
  public void open(Person person, String url) {
    String prefix = "https://t.me/" + World.BOT_NAME + "?start=";
    if (!url.startsWith(prefix)) {
      throw new IllegalArgumentException("Not a deep link to the bot: " + url);
    }
    start(person, url.substring(prefix.length()));
  }

  /** A person starts the bot, with the payload of a deep link or an empty one. */
  public int start(Person person, String payload) {
    if (!payload.matches("[A-Za-z0-9_-]{0,64}")) {
      throw new IllegalArgumentException("Not a deep link's payload: " + payload);
    }
    return say(person, person.id(), payload.isEmpty() ? "/start" : "/start " + payload);
  }

  /** A person blocks the bot. */
  public void block(Person person) {
    stand(person, person.id(), Standing.KICKED);
  }

  /** Somebody changes what the bot is in a chat; it hears of it. */
  public void stand(Person by, long chat, Standing standing) {
    synchronized (world) {
      Room room = room(chat);
      Standing before = room.bot();
      if (before != standing) {
        room.bot(standing);
        ObjectNode change = change(by, room, World.bot(), before, standing);
        world.updates().add("my_chat_member", change);
      }
    }
  }

  /** A person comes to stand so in a chat: joins, goes, is promoted. */
  public void join(Person person, long chat, Standing standing) {
    synchronized (world) {
      Room room = room(chat);
      Standing before = room.members().getOrDefault(person.id(), Standing.LEFT);
      room.members().put(person.id(), standing);
      if (room.bot().administrates()) {
        ObjectNode change = change(person, room, person.toJson(), before, standing);
        world.updates().add("chat_member", change);
      }
    }
  }

  private ObjectNode change(Person by, Room room, ObjectNode who, Standing was, Standing is) {
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.set("chat", room.toJson());
    change.set("from", by.toJson());
    change.put("date", world.now());
    change.set("old_chat_member", was.toJson(who, room.kind()));
    change.set("new_chat_member", is.toJson(who.deepCopy(), room.kind()));
    return change;
  }

  /** All messages of a chat in the platform's wire format, oldest first. */
  public ArrayNode messages(long chat) {
    synchronized (world) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      room(chat).messages().values().forEach(message -> all.add(message.deepCopy()));
      return all;
    }
  }

  private Room room(long id) {
    return world.expect(id);
  }

  private static ObjectNode message(Room room, int id) {
    ObjectNode message = room.messages().get(id);
    if (message == null) {
      throw new IllegalArgumentException("No message " + id);
    }
    return message;
  }
}
