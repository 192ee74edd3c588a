package bot.briefing.command;

import bot.briefing.chat.Extras;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Platform;
import bot.briefing.chat.Receipt;
import bot.briefing.content.Article;
import bot.briefing.subscription.DueRule;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Quiet;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.Subscription.State;
import bot.briefing.subscription.Zones;
import bot.briefing.text.Days;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order in plain words. */
final class Told {
  private static final Set<DayOfWeek> WEEKDAYS =
      Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  private static final Set<DayOfWeek> WEEKEND =
      Set.copyOf(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

  private Told() {}

  /** What comes when: {@code 매일 08:00(서울), 다음 발송 2월 13일 금요일}. */
  static String when(Question question, Subscription order) {
    Schedule schedule = order.schedule();
    String days = days(question, schedule);
    String zone = zone(question, schedule.zone());
    if (schedule.isAsPublished()) {
      return question.say("orders.when.published", days, zone);
    }
    String times =
        schedule.times().stream().map(LocalTime::toString).collect(Collectors.joining(", "));
    Optional<Instant> next = DueRule.next(order, question.now());
    boolean served = !(order.state() instanceof State.Suspended);
    return next.filter(_ -> served)
        .map(
            instant ->
                question.say(
                    "orders.when.next",
                    days,
                    times,
                    zone,
                    schedule.times().size() == 1
                        ? day(question, instant, schedule.zone())
                        : moment(question, instant, schedule.zone())))
        .orElseGet(() -> question.say("orders.when.held", days, times, zone));
  }

  /** How it comes: the layout, the topics, the language, and whether in silence. */
  static List<String> how(Question question, Subscription order) {
    List<String> lines = new ArrayList<>();
    lines.add(question.say("orders.line.layout", question.say("orders.layout." + order.layout())));
    lines.add(question.say("orders.line.topics", topics(question, order)));
    lines.add(
        question.say("orders.line.language", question.say("orders.language." + order.language())));
    Filter filter = order.filter();
    if (!filter.sources().isEmpty()) {
      lines.add(question.say("orders.line.sources", String.join(", ", filter.sources())));
    }
    if (!filter.mute().isEmpty()) {
      lines.add(question.say("orders.line.mute", String.join(", ", filter.mute())));
    }
    Quiet quiet = order.schedule().quiet();
    if (quiet != null) {
      lines.add(question.say("orders.line.quiet", quiet.from().toString(), quiet.to().toString()));
    }
    Duration grace = order.grace();
    if (grace != null) {
      lines.add(question.say("orders.line.late", length(question, grace)));
    }
    if (order.note()) {
      lines.add(question.say("orders.line.note"));
    }
    if (order.silent()) {
      lines.add(question.say("orders.line.silent"));
    }
    Extras extras = order.extras();
    if (extras.pin()) {
      lines.add(question.say("orders.line.pin"));
    }
    if (extras.rooms() != Extras.Rooms.NONE) {
      lines.add(question.say(TopicWords.key(question, "orders.line.rooms." + extras.rooms())));
    }
    if (extras.crosspost()) {
      lines.add(question.say("orders.line.crosspost"));
    }
    String role = extras.role();
    if (role != null) {
      lines.add(question.say("orders.line.role", role));
    }
    return lines;
  }

  private static String length(Question question, Duration length) {
    long hours = length.toHours();
    int minutes = length.toMinutesPart();
    if (hours == 0) {
      return question.say("orders.length.minutes", minutes);
    }
    return minutes == 0
        ? question.say("orders.length.hours", hours)
        : question.say("orders.length.both", hours, minutes);
  }

  /** Which of its times lie in its quiet hours, and when they come instead. */
  static Optional<String> moved(Question question, Subscription order) {
    Quiet quiet = order.schedule().quiet();
    if (quiet == null || !order.schedule().isMoved()) {
      return Optional.empty();
    }
    String times =
        order.schedule().times().stream()
            .filter(quiet::holds)
            .map(LocalTime::toString)
            .collect(Collectors.joining(", "));
    return Optional.of(question.say("orders.moved", times, quiet.to().toString()));
  }

  private static String topics(Question question, Subscription order) {
    return order.topics().isEmpty()
        ? question.say("orders.topics.all")
        : new TreeSet<>(order.topics())
            .stream()
                .map(id -> question.index().topic(id).map(Subject::name).orElse(id))
                .collect(Collectors.joining(", "));
  }

  /** Why it is not served, where it is not. */
  static Optional<String> state(Question question, Subscription order) {
    ZoneId zone = order.schedule().zone();
    return switch (order.state()) {
      case State.Active _ -> Optional.empty();
      case State.Paused(_, var until) when until == null ->
          Optional.of(question.say("orders.paused"));
      case State.Paused(_, Instant until) ->
          Optional.of(until)
              .filter(question.now()::isBefore)
              .map(end -> question.say("orders.paused.until", moment(question, end, zone)));
      case State.Suspended(var since, var reason, _) ->
          Optional.of(
              question.say(
                  "orders.suspended",
                  moment(question, since, zone),
                  question.say(gone(question, reason))));
    };
  }

  /** Discord has several reasons for one refusal, and a number for it. */
  private static String gone(Question question, Receipt.Reason reason) {
    boolean direct =
        reason == Receipt.Reason.BLOCKED && question.asker().chat().platform() == Platform.DISCORD;
    return "orders.gone." + reason + (direct ? ".discord" : "");
  }

  static String now(Question question, ZoneId zone) {
    return question.say("orders.now", zone(question, zone), moment(question, question.now(), zone));
  }

  static String zone(Question question, ZoneId zone) {
    return Zones.name(zone, question.language());
  }

  /** A day and, where it is not its first instant, the time. */
  static String moment(Question question, Instant instant, ZoneId zone) {
    ZonedDateTime there = instant.atZone(zone);
    String time = "%02d:%02d".formatted(there.getHour(), there.getMinute());
    return question.say("orders.moment", day(question, instant, zone), time);
  }

  static String day(Question question, Instant instant, ZoneId zone) {
    return Days.in(question.language()).near(instant.atZone(zone).toLocalDate());
  }

  private static String days(Question question, Schedule schedule) {
    Set<DayOfWeek> days = schedule.days();
    if (days.size() == DayOfWeek.values().length) {
      return question.say("orders.days.all");
    }
    if (days.equals(WEEKDAYS)) {
      return question.say("orders.days.weekdays");
    }
    if (days.equals(WEEKEND)) {
      return question.say("orders.days.weekends");
    }
    String names =
        new TreeSet<>(days)
            .stream()
                .map(day -> day.getDisplayName(TextStyle.SHORT, question.language().locale()))
                .collect(Collectors.joining(", "));
    return question.say("orders.days.some", names);
  }

  /** What is known now to go wrong: rights that are missing, a filter that lets nothing through. */
  static List<String> warnings(Question question, Subscription order, Permits permits) {
    return Stream.concat(nothing(question, order).stream(), missing(question, permits).stream())
        .toList();
  }

  /** That nothing lately would have come of it. */
  static Optional<String> nothing(Question question, Subscription order) {
    Filter filter = order.filter();
    Predicate<Article> passes =
        filter.chosen(question.index().taxonomy()).and(filter.muted().negate());
    boolean matched =
        filter.equals(Filter.NONE)
            || question.index().digests().stream()
                .flatMap(digest -> digest.articles().stream())
                .anyMatch(passes);
    return matched
        ? Optional.empty()
        : Optional.of(
            question.say(order.note() ? "orders.nothing.note" : "orders.nothing", Shelf.DAYS_BACK));
  }

  static List<String> missing(Question question, Permits permits) {
    List<String> lines = new ArrayList<>();
    Set<Permits.Need> missing = permits.missing();
    if (missing.contains(Permits.Need.SEE)) {
      lines.add(question.say("orders.missing.SEE"));
    } else {
      for (Permits.Need need : new TreeSet<>(missing)) {
        lines.add(question.say(TopicWords.key(question, "orders.missing." + need)));
      }
    }
    return lines;
  }
}
