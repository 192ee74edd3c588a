package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order as JSON, for moving house. Pure. */
public final class SubscriptionJson {
  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "platform",
          "chat",
          "thread",
          "name",
          "place",
          "times",
          "zone",
          "days",
          "quiet",
          "topics",
          "sources",
          "mute",
          "language",
          "layout",
          "silent",
          "late",
          "note",
          "pin",
          "crosspost",
          "rooms",
          "role",
          "state",
          "since");

  private SubscriptionJson() {}

  public static ObjectNode write(Subscription order) {
    Schedule schedule = order.schedule();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", order.id())
            .put("platform", lower(order.chat().platform()))
            .put("chat", order.chat().id())
            .put("thread", order.chat().thread())
            .put("name", order.name())
            .put("place", lower(order.place()));
    list(json, "times", schedule.times());
    json.put("zone", schedule.zone().getId());
    list(json, "days", new TreeSet<>(schedule.days()));
    json.put("quiet", schedule.quiet() == null ? null : schedule.quiet().toString());
    list(json, "topics", order.filter().topics());
    list(json, "sources", order.filter().sources());
    list(json, "mute", order.filter().mute());
    json.put("language", order.language().tag())
        .put("layout", lower(order.layout()))
        .put("silent", order.silent())
        .put("late", order.grace() == null ? null : order.grace().toString())
        .put("note", order.note())
        .put("pin", order.extras().pin())
        .put("crosspost", order.extras().crosspost())
        .put("rooms", lower(order.extras().rooms()))
        .put("role", order.extras().role());
    json.set("state", state(order.state()));
    return json.put("since", order.since().toString());
  }

  private static ObjectNode state(State state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("since", state.since().toString());
    switch (state) {
      case State.Active _ -> json.put("is", "active");
      case State.Paused(_, var until) ->
          json.put("is", "paused").put("until", until == null ? null : until.toString());
      case State.Suspended(_, var reason, var tried) ->
          json.put("is", "suspended")
              .put("reason", reason.name())
              .put("tried", tried == null ? null : tried.toString());
    }
    return json;
  }

  /**
   * What {@link #write} gave.
   *
   * @throws IllegalArgumentException where it is none, with what is wrong
   * @throws java.time.DateTimeException likewise of a time or a zone
   */
  public static Subscription read(JsonNode json) {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException("nothing is known of \"" + name + "\"");
      }
    }
    String quiet = absent(json, "quiet");
    String late = absent(json, "late");
    return new Subscription(
        text(json, "id"),
        new Chat(
            Platform.valueOf(upper(json, "platform")), text(json, "chat"), absent(json, "thread")),
        text(json, "name"),
        Asker.Place.valueOf(upper(json, "place")),
        new Schedule(
            texts(json, "times").stream()
                .map(LocalTime::parse)
                .collect(Collectors.toCollection(TreeSet::new)),
            ZoneId.of(text(json, "zone")),
            texts(json, "days").stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
            quiet == null ? null : Quiet.parse(quiet)),
        new Filter(texts(json, "topics"), texts(json, "sources"), texts(json, "mute")),
        Language.of(text(json, "language"))
            .orElseThrow(() -> new IllegalArgumentException("no such \"language\"")),
        Layout.valueOf(upper(json, "layout")),
        flag(json, "silent"),
        late == null ? null : Duration.parse(late),
        flag(json, "note"),
        extras(json),
        state(json.path("state")),
        Instant.parse(text(json, "since")));
  }

  /** An export of before there were any has none. */
  private static Extras extras(JsonNode json) {
    return json.has("pin")
        ? new Extras(
            flag(json, "pin"),
            flag(json, "crosspost"),
            Extras.Rooms.valueOf(upper(json, "rooms")),
            absent(json, "role"))
        : Extras.NONE;
  }

  private static State state(JsonNode json) {
    Instant since = Instant.parse(text(json, "since"));
    return switch (text(json, "is")) {
      case "active" -> new State.Active(since);
      case "paused" -> new State.Paused(since, instant(json, "until"));
      case "suspended" ->
          new State.Suspended(
              since, Receipt.Reason.valueOf(text(json, "reason")), instant(json, "tried"));
      default -> throw new IllegalArgumentException("no such \"state\"");
    };
  }

  private static @Nullable Instant instant(JsonNode json, String field) {
    String text = absent(json, field);
    return text == null ? null : Instant.parse(text);
  }

  private static @Nullable String absent(JsonNode json, String field) {
    return json.path(field).isNull() || json.path(field).isMissingNode() ? null : text(json, field);
  }

  private static String text(JsonNode json, String field) {
    if (!json.path(field).isTextual()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing, or no text");
    }
    return json.path(field).textValue();
  }

  private static boolean flag(JsonNode json, String field) {
    if (!json.path(field).isBoolean()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing, or neither true nor false");
    }
    return json.path(field).booleanValue();
  }

  private static Set<String> texts(JsonNode json, String field) {
    if (!json.path(field).isArray()) {
      throw new IllegalArgumentException("\"" + field + "\" is missing, or no list");
    }
    Set<String> texts = new LinkedHashSet<>();
    json.path(field).forEach(one -> texts.add(one.asText()));
    return texts;
  }

  private static void list(ObjectNode json, String field, Iterable<?> values) {
    values.forEach(value -> json.withArray(field).add(value.toString()));
    json.withArray(field);
  }

  private static String upper(JsonNode json, String field) {
    return text(json, field).toUpperCase(Locale.ROOT);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
