package bot.briefing.card;

import java.util.Arrays;
import java.util.Optional;

/** What a button does to what a chat has ordered. A number never means anything else. */
public enum Step {
  /** Begins an order, or shows the one that there is. */
  SUBSCRIBE(1),
  SETTINGS(2),
  STATUS(3),
  PRIVACY(4),
  /** Asks for which other chat it is to be done. */
  CHATS(5),
  /** Changes nothing after all. */
  NOT_NOW(6),
  /** Copies what this chat has ordered to another one, or asks to which. */
  COPY(7),
  /** Shows which times there are to choose of; likewise the next ones. */
  TIMES(10),
  DAYS(11),
  LAYOUTS(12),
  LANGUAGES(13),
  PAUSES(14),
  /** Shows what else may be wished for. */
  MORE(15),
  /** Shows what may come beside messages. */
  EXTRAS(16),
  AS_PUBLISHED(20),
  AT_7(21),
  AT_8(22),
  AT_9(23),
  AT_12(24),
  AT_18(25),
  AT_21(26),
  AT_8_AND_18(27),
  DAILY(30),
  WEEKDAYS(31),
  WEEKENDS(32),
  MORNING(33),
  OFFICE(34),
  WEEKEND(35),
  HEADLINES(40),
  OVERVIEW(41),
  FULL(42),
  SILENT(43),
  LOUD(44),
  KOREAN(50),
  ENGLISH(51),
  EVERYTHING(60),
  QUIET_NIGHTS(61),
  NO_QUIET(62),
  LATE_1H(63),
  LATE_6H(64),
  LATE_STANDARD(65),
  NOTE(66),
  NO_NOTE(67),
  ALL_SOURCES(68),
  NO_MUTE(69),
  PAUSE(70),
  PAUSE_DAY(71),
  PAUSE_WEEK(72),
  RESUME(73),
  TEST(80),
  UNSUBSCRIBE(81),
  /** Asks whether all is to be deleted. */
  FORGET(90),
  /** Deletes it. */
  FORGET_SURELY(91),
  PIN(100),
  NO_PIN(101),
  THREADS(102),
  NO_THREADS(103),
  CROSSPOST(104),
  NO_CROSSPOST(105),
  NO_ROLE(106);

  private final int number;

  Step(int number) {
    this.number = number;
  }

  /** What a button carries. */
  public int number() {
    return number;
  }

  /** The step of a number; empty for one of a later version. */
  public static Optional<Step> of(int number) {
    return Arrays.stream(values()).filter(step -> step.number == number).findFirst();
  }
}
