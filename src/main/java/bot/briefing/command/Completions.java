package bot.briefing.command;

import bot.briefing.card.Cut;
import bot.briefing.command.Newsroom.Choice;
import bot.briefing.subscription.Zones;
import bot.briefing.text.Letters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an argument could be while it is being typed. Discord takes 25, of 100 characters each. */
final class Completions {
  private static final int MOST = 25;
  private static final int LONGEST = 100;

  /** Further back nobody looks for a day by typing its first digits. */
  private static final int DAYS = 1000;

  private Completions() {}

  static List<Choice> of(Verb.Argument argument, String typed, Question question) {
    return switch (argument) {
      case TOPIC -> subjects(Kind.TOPIC, typed, question);
      case SOURCE -> subjects(Kind.SOURCE, typed, question);
      case DATE -> days(typed, question);
      case ZONE ->
          Zones.completing(typed, MOST).stream().map(zone -> choice(zone, question)).toList();
      case TOPICS -> several(Kind.TOPIC, typed, question);
      case SOURCES -> several(Kind.SOURCE, typed, question);
      case PRESET -> words("preset", List.of("morning", "office", "weekend"), typed, question);
      case EMPTY -> words("empty", List.of("note", "silence"), typed, question);
      case DAYS -> words("days", List.of("daily", "weekdays", "weekends"), typed, question);
      case LAYOUT -> words("layout", List.of("headlines", "overview", "full"), typed, question);
      case LANGUAGE -> words("language", List.of("ko", "en"), typed, question);
      case SILENT, PIN, THREAD, CROSSPOST -> words("silent", List.of("on", "off"), typed, question);
      case TIMES, UNTIL, NAME, MUTE, QUIET, LATE, TO, ROLE -> List.of();
    };
  }

  /** The names of a chat's orders. */
  static List<Choice> names(List<String> names, String typed) {
    String letters = Letters.of(typed);
    return names.stream()
        .filter(name -> Letters.of(name).contains(letters))
        .map(name -> new Choice(name, name))
        .toList();
  }

  private static Choice choice(ZoneId zone, Question question) {
    return new Choice(
        Cut.shorten(Told.zone(question, zone) + " (" + zone.getId() + ")", LONGEST), zone.getId());
  }

  /** Several with commas: the last one is being typed. */
  private static List<Choice> several(Kind kind, String typed, Question question) {
    int comma = typed.lastIndexOf(',');
    String before = typed.substring(0, comma + 1);
    return subjects(kind, typed.substring(comma + 1), question).stream()
        .map(one -> new Choice(Cut.shorten(before + one.label(), LONGEST), before + one.value()))
        .filter(one -> one.value().length() <= LONGEST)
        .toList();
  }

  private static List<Choice> words(
      String option, List<String> values, String typed, Question question) {
    String letters = Letters.of(typed);
    return values.stream()
        .map(value -> new Choice(question.say("command.choice." + option + "." + value), value))
        .filter(
            one ->
                Letters.of(one.label()).contains(letters)
                    || Letters.of(one.value()).contains(letters))
        .toList();
  }

  private static List<Choice> subjects(Kind kind, String typed, Question question) {
    String letters = Letters.of(typed);
    List<Subject> all =
        question.index().all(kind).stream().filter(one -> one.word().length() <= LONGEST).toList();
    List<Subject> fitting = ranked(all, subject -> rank(subject, letters)).toList();
    if (fitting.isEmpty()) {
      fitting = question.index().nearest(kind, typed, MOST).stream().filter(all::contains).toList();
    }
    return fitting.stream()
        .limit(MOST)
        .map(subject -> new Choice(Cut.shorten(subject.label(), LONGEST), subject.word()))
        .toList();
  }

  /** 0 where a name begins with what was typed, 1 where one holds it, else 2. */
  private static int rank(Subject subject, String letters) {
    return subject.spellings().stream()
        .mapToInt(spelling -> spelling.startsWith(letters) ? 0 : spelling.contains(letters) ? 1 : 2)
        .min()
        .orElse(2);
  }

  private static <T> Stream<T> ranked(List<T> all, ToIntFunction<T> rank) {
    return IntStream.range(0, 2)
        .boxed()
        .flatMap(wanted -> all.stream().filter(one -> rank.applyAsInt(one) == wanted));
  }

  private static List<Choice> days(String typed, Question question) {
    LocalDate today = question.today();
    Optional<LocalDate> meant = DayWords.day(typed, today);
    if (meant.isPresent()) {
      return meant
          .filter(day -> !question.shelf().on(day).isEmpty())
          .map(day -> List.of(choice(day, today, question)))
          .orElse(List.of());
    }
    String letters = Letters.of(typed);
    Function<LocalDate, Choice> choice = day -> choice(day, today, question);
    return question
        .shelf()
        .days()
        .limit(DAYS)
        .map(choice)
        .filter(
            one ->
                Letters.of(one.value()).contains(letters)
                    || Letters.of(one.label()).contains(letters))
        .limit(MOST)
        .toList();
  }

  private static Choice choice(LocalDate day, LocalDate today, Question question) {
    String label = question.day(day);
    if (day.equals(today)) {
      label = question.say("date.today", label);
    } else if (day.equals(today.minusDays(1))) {
      label = question.say("date.yesterday", label);
    }
    return new Choice(label, DateTimeFormatter.ISO_LOCAL_DATE.format(day));
  }
}
