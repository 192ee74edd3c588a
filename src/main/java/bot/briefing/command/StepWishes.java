package bot.briefing.command;

import bot.briefing.card.Layout;
import bot.briefing.card.Step;
import bot.briefing.subscription.Beside;
import bot.briefing.subscription.Preset;
import bot.briefing.subscription.Quiet;
import bot.briefing.subscription.Wish;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a button wishes for. */
final class StepWishes {
  private StepWishes() {}

  /** Empty for a step that is no wish. */
  static Optional<Wish> of(Step step) {
    return Optional.ofNullable(
        switch (step) {
          case AS_PUBLISHED -> at();
          case AT_7 -> at(7);
          case AT_8 -> at(8);
          case AT_9 -> at(9);
          case AT_12 -> at(12);
          case AT_18 -> at(18);
          case AT_21 -> at(21);
          case AT_8_AND_18 -> at(8, 18);
          case DAILY -> Wish.on(EnumSet.allOf(DayOfWeek.class));
          case WEEKDAYS -> Wish.on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
          case WEEKENDS -> Wish.on(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
          case MORNING -> Wish.preset(Preset.MORNING);
          case OFFICE -> Wish.preset(Preset.OFFICE);
          case WEEKEND -> Wish.preset(Preset.WEEKEND);
          case HEADLINES -> Wish.as(Layout.HEADLINES);
          case OVERVIEW -> Wish.as(Layout.OVERVIEW);
          case FULL -> Wish.as(Layout.FULL);
          case SILENT -> Wish.silent(true);
          case LOUD -> Wish.silent(false);
          case KOREAN -> Wish.in(Language.KO);
          case ENGLISH -> Wish.in(Language.EN);
          case EVERYTHING -> Wish.topics(Set.of());
          case QUIET_NIGHTS -> Wish.quiet(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)));
          case NO_QUIET -> Wish.quiet(null);
          case LATE_1H -> Wish.grace(Duration.ofHours(1));
          case LATE_6H -> Wish.grace(Duration.ofHours(6));
          case LATE_STANDARD -> Wish.grace(null);
          case NOTE -> Wish.note(true);
          case NO_NOTE -> Wish.note(false);
          case ALL_SOURCES -> Wish.sources(Set.of());
          case NO_MUTE -> Wish.mute(Set.of());
          case SUBSCRIBE, SETTINGS, STATUS, PRIVACY, TIMES, DAYS, LAYOUTS, LANGUAGES, PAUSES ->
              null;
          case PIN -> Wish.beside(Beside.pin(true));
          case NO_PIN -> Wish.beside(Beside.pin(false));
          case THREADS -> Wish.beside(Beside.thread(true));
          case NO_THREADS -> Wish.beside(Beside.thread(false));
          case CROSSPOST -> Wish.beside(Beside.crosspost(true));
          case NO_CROSSPOST -> Wish.beside(Beside.crosspost(false));
          case NO_ROLE -> Wish.beside(Beside.role(null));
          case EXTRAS -> null;
          case MORE, PAUSE, PAUSE_DAY, PAUSE_WEEK, RESUME, TEST, UNSUBSCRIBE -> null;
          case CHATS, NOT_NOW, COPY -> null;
          case FORGET, FORGET_SURELY -> null;
        });
  }

  private static Wish at(Integer... hours) {
    return Wish.at(
        Arrays.stream(hours).map(hour -> LocalTime.of(hour, 0)).toArray(LocalTime[]::new));
  }
}
