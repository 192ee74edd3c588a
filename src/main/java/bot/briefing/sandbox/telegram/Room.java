package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A chat: who is in it and its newest messages. Guarded by its {@link World}. */
final class Room {
  private static final int KEPT = 250;

  private final long id;
  private final Kind kind;
  private final String title;
  private final boolean forum;
  private final Map<Long, Standing> members = new LinkedHashMap<>();
  private final Map<Integer, String> topics = new LinkedHashMap<>();
  private final NavigableMap<Integer, ObjectNode> messages = new TreeMap<>();
  private final Set<Integer> closed = new HashSet<>();
  private final NavigableSet<Integer> pinned = new TreeSet<>();
  private String username = "";
  private Optional<ObjectNode> keyboard = Optional.empty();
  private Standing bot = Standing.LEFT;
  private Standing before;
  private boolean deleted;
  private long migratedTo;
  private int lastMessage;

  /** The four types of the Bot API's Chat. */
  enum Kind {
    PRIVATE,
    GROUP,
    SUPERGROUP,
    CHANNEL;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Room(long id, Kind kind, String title, boolean forum) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.forum = forum;
    this.before = kind == Kind.CHANNEL ? Standing.ADMINISTRATOR : Standing.MEMBER;
    // A forum's first message opened its general topic, so that no other topic has the id 1.
    this.lastMessage = forum ? 1 : 0;
  }

  long id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  boolean forum() {
    return forum;
  }

  boolean channel() {
    return kind == Kind.CHANNEL;
  }

  Standing bot() {
    return bot;
  }

  void bot(Standing standing) {
    if (bot.inside() && bot.writes()) {
      before = bot;
    }
    bot = standing;
  }

  /** What the bot was here when it could last write; what it would be, if it never could. */
  Standing before() {
    return before;
  }

  String title() {
    return title;
  }

  /** The name after the at sign; empty for a private place. */
  String username() {
    return username;
  }

  void name(String publicName) {
    username = publicName;
  }

  /** What stands in the place of the app's own keyboard. */
  Optional<ObjectNode> keyboard() {
    return keyboard;
  }

  void show(ReplyKeyboard shown) {
    keyboard = shown.markup();
  }

  boolean deleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
    messages.clear();
  }

  /** The supergroup that this group has become; 0 for none. */
  long migratedTo() {
    return migratedTo;
  }

  void migrate(long supergroup) {
    migratedTo = supergroup;
  }

  /** Topics where only administrators write. */
  Set<Integer> closed() {
    return closed;
  }

  /** The ids of the messages that are pinned. */
  NavigableSet<Integer> pinned() {
    return pinned;
  }

  Map<Long, Standing> members() {
    return members;
  }

  /** Names of a forum's topics by the id of their thread. */
  Map<Integer, String> topics() {
    return topics;
  }

  NavigableMap<Integer, ObjectNode> messages() {
    return messages;
  }

  /** Adds a message; the oldest fall off, since a sandbox has little memory. */
  void keep(int id, ObjectNode message) {
    messages.put(id, message);
    if (messages.size() > KEPT) {
      messages.pollFirstEntry();
    }
  }

  int nextMessage() {
    return ++lastMessage;
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("type", kind.wireName())
            .put(kind == Kind.PRIVATE ? "first_name" : "title", title);
    if (!username.isEmpty()) {
      json.put("username", username);
    }
    return forum ? json.put("is_forum", true) : json;
  }
}
