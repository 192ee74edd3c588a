package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.text.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Orders as rows of the table {@code subscription}. */
public final class Rows {
  static final String PUT =
      """
      insert into subscription (id, platform, chat, thread, name, place, times, zone, days, quiet,
        topics, sources, mute, language, layout, silent, grace, note, pin, crosspost,
        rooms, role, state, state_since, paused_until, gone_reason, tried_at, since, look_at)
      values (:id, :platform, :chat, :thread, :name, :place, :times, :zone, :days, :quiet,
        :topics, :sources, :mute, :language, :layout, :silent, :grace, :note, :pin, :crosspost,
        :rooms, :role, :state, :stateSince, :until, :reason, :tried, :since, :lookAt)
      on conflict (platform, chat, thread, name) do update set place = excluded.place,
        times = excluded.times, zone = excluded.zone, days = excluded.days,
        quiet = excluded.quiet, topics = excluded.topics, sources = excluded.sources,
        mute = excluded.mute, language = excluded.language, layout = excluded.layout,
        silent = excluded.silent, grace = excluded.grace, note = excluded.note,
        pin = excluded.pin, crosspost = excluded.crosspost, rooms = excluded.rooms,
        role = excluded.role, state = excluded.state, state_since = excluded.state_since,
        paused_until = excluded.paused_until, gone_reason = excluded.gone_reason,
        tried_at = excluded.tried_at, since = excluded.since, look_at = excluded.look_at
      """;

  static final String CHANGE =
      "update subscription set times = :times, zone = :zone, days = :days, quiet = :quiet,"
          + " topics = :topics, sources = :sources, mute = :mute, language = :language,"
          + " layout = :layout, silent = :silent, grace = :grace, note = :note, pin = :pin,"
          + " crosspost = :crosspost, rooms = :rooms, role = :role,"
          + " look_at = :lookAt";

  static final String STATE =
      "update subscription set state = :state, state_since = :stateSince, paused_until = :until,"
          + " gone_reason = :reason, tried_at = :tried, look_at = :now";

  private Rows() {}

  static Map<String, @Nullable Object> of(Chat chat) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("platform", chat.platform().name());
    row.put("chat", chat.id());
    row.put("thread", Objects.requireNonNullElse(chat.thread(), ""));
    return row;
  }

  static Map<String, @Nullable Object> of(State state) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("stateSince", millis(state.since()));
    row.put("until", null);
    row.put("reason", null);
    row.put("tried", null);
    switch (state) {
      case State.Active _ -> row.put("state", "ACTIVE");
      case State.Paused(_, var until) -> {
        row.put("state", "PAUSED");
        row.put("until", until == null ? null : millis(until));
      }
      case State.Suspended(_, var reason, var tried) -> {
        row.put("state", "SUSPENDED");
        row.put("reason", reason.name());
        row.put("tried", tried == null ? null : millis(tried));
      }
    }
    return row;
  }

  static Map<String, @Nullable Object> of(Subscription order) {
    Map<String, @Nullable Object> row = of(order.chat());
    row.putAll(of(order.state()));
    Schedule schedule = order.schedule();
    row.put("id", order.id());
    row.put("place", order.place().name());
    row.put("times", joined(schedule.times()));
    row.put("zone", schedule.zone().getId());
    row.put("days", joined(new TreeSet<>(schedule.days())));
    row.put("quiet", schedule.quiet() == null ? "" : schedule.quiet().toString());
    row.put("name", order.name());
    row.put("topics", joined(order.filter().topics()));
    row.put("sources", String.join("\n", order.filter().sources()));
    row.put("mute", String.join("\n", order.filter().mute()));
    row.put("grace", order.grace() == null ? null : order.grace().toMillis());
    row.put("note", order.note() ? 1 : 0);
    Extras extras = order.extras();
    row.put("pin", extras.pin() ? 1 : 0);
    row.put("crosspost", extras.crosspost() ? 1 : 0);
    row.put("rooms", extras.rooms().name());
    row.put("role", Objects.requireNonNullElse(extras.role(), ""));
    row.put("language", order.language().name());
    row.put("layout", order.layout().name());
    row.put("silent", order.silent() ? 1 : 0);
    row.put("since", millis(order.since()));
    return row;
  }

  /** A row of the table as an order. */
  public static Subscription read(ResultSet row, StatementContext context) throws SQLException {
    String thread = row.getString("thread");
    String quiet = row.getString("quiet");
    long grace = row.getLong("grace");
    Duration own = row.wasNull() ? null : Duration.ofMillis(grace);
    return new Subscription(
        row.getString("id"),
        new Chat(
            Platform.valueOf(row.getString("platform")),
            row.getString("chat"),
            thread.isEmpty() ? null : thread),
        row.getString("name"),
        Asker.Place.valueOf(row.getString("place")),
        new Schedule(
            new TreeSet<>(split(row.getString("times")).stream().map(LocalTime::parse).toList()),
            ZoneId.of(row.getString("zone")),
            split(row.getString("days")).stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet()),
            quiet.isEmpty() ? null : Quiet.parse(quiet)),
        new Filter(
            Set.copyOf(split(row.getString("topics"))),
            row.getString("sources").lines().collect(Collectors.toSet()),
            row.getString("mute").lines().collect(Collectors.toSet())),
        Language.of(row.getString("language")).orElseThrow(),
        Layout.valueOf(row.getString("layout")),
        row.getInt("silent") != 0,
        own,
        row.getInt("note") != 0,
        extras(row),
        state(row),
        Instant.ofEpochMilli(row.getLong("since")));
  }

  /**
   * Writes an order that was not there, in the caller's transaction.
   *
   * @param lookAt when the due rule is to be asked of it
   */
  public static void insert(Handle handle, Subscription order, Instant lookAt) {
    handle.createUpdate(PUT).bindMap(of(order)).bind("lookAt", millis(lookAt)).execute();
  }

  private static Extras extras(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new Extras(
        row.getInt("pin") != 0,
        row.getInt("crosspost") != 0,
        Extras.Rooms.valueOf(row.getString("rooms")),
        role.isEmpty() ? null : role);
  }

  private static State state(ResultSet row) throws SQLException {
    Instant since = Instant.ofEpochMilli(row.getLong("state_since"));
    String state = row.getString("state");
    return switch (state) {
      case "ACTIVE" -> new State.Active(since);
      case "PAUSED" -> new State.Paused(since, instant(row, "paused_until"));
      case "SUSPENDED" ->
          new State.Suspended(
              since,
              Receipt.Reason.valueOf(row.getString("gone_reason")),
              instant(row, "tried_at"));
      default -> throw new SQLException("no state of a subscription: " + state);
    };
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /** Milliseconds; what is beyond them is the last of them. */
  static long millis(Instant instant) {
    return instant.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))
        ? Long.MAX_VALUE
        : instant.toEpochMilli();
  }

  private static String joined(Iterable<?> values) {
    StringBuilder joined = new StringBuilder();
    values.forEach(value -> joined.append(joined.isEmpty() ? "" : ",").append(value));
    return joined.toString();
  }

  private static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
  }
}
