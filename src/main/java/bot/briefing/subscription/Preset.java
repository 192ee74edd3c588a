package bot.briefing.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Times and days that go together. What somebody says beside one goes before it. */
public enum Preset {
  /** At seven, every day. */
  MORNING(7, Weekdays.ALL, "morning|아침"),
  /** At nine, from Monday to Friday. */
  OFFICE(9, Weekdays.WEEKDAYS, "office|출근|업무|사무실"),
  /** At ten, on Saturday and Sunday. */
  WEEKEND(10, Weekdays.WEEKEND, "weekend|주말");

  private final LocalTime time;
  private final String days;
  private final String words;

  Preset(int hour, Set<DayOfWeek> days, String words) {
    this.time = LocalTime.of(hour, 0);
    this.days = String.join(",", days.stream().sorted().map(DayOfWeek::name).toList());
    this.words = words;
  }

  /** The one of a word, in lower case. */
  static Optional<Preset> of(String word) {
    return Stream.of(values()).filter(preset -> word.matches(preset.words)).findFirst();
  }

  LocalTime time() {
    return time;
  }

  Set<DayOfWeek> days() {
    return Set.copyOf(Stream.of(days.split(",", -1)).map(DayOfWeek::valueOf).toList());
  }
}
