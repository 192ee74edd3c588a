package bot.briefing.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The commands, in the order in which they are offered. Descriptions are the texts {@code
 * command.NAME.description}.
 */
public enum Verb {
  TODAY("오늘", About.READS),
  TOPIC("주제", About.READS, Argument.TOPIC),
  SOURCE("출처", About.READS, Argument.SOURCE),
  DATE("날짜", About.READS, Argument.DATE),
  TOPICS("주제목록", About.READS),
  SOURCES("출처목록", About.READS),
  HELP("도움말", About.READS),
  SUBSCRIBE(
      "구독",
      About.MANAGES,
      Argument.TIMES,
      Argument.ZONE,
      Argument.DAYS,
      Argument.TOPICS,
      Argument.LANGUAGE,
      Argument.LAYOUT,
      Argument.SILENT,
      Argument.NAME,
      Argument.SOURCES,
      Argument.MUTE,
      Argument.QUIET,
      Argument.LATE,
      Argument.EMPTY,
      Argument.PRESET,
      Argument.PIN,
      Argument.THREAD,
      Argument.CROSSPOST,
      Argument.ROLE),
  UNSUBSCRIBE("구독해지", About.MANAGES, Argument.NAME),
  PAUSE("쉬기", About.MANAGES, Argument.UNTIL, Argument.NAME),
  RESUME("다시받기", About.MANAGES, Argument.NAME),
  SETTINGS("설정", About.MANAGES, Argument.NAME),
  TEST("시험발송", About.MANAGES, Argument.NAME),
  COPY("설정복사", About.MANAGES, Argument.TO),
  STATUS("상태", About.TELLS),
  WHY("왜", About.TELLS, Argument.DATE),
  PRIVACY("개인정보", About.TELLS);

  /** What a command is asked with. The description is the text {@code command.argument.NAME}. */
  public enum Argument {
    TOPIC,
    SOURCE,
    DATE,
    TIMES,
    ZONE,
    DAYS,
    TOPICS,
    LANGUAGE,
    LAYOUT,
    SILENT,
    UNTIL,
    NAME,
    SOURCES,
    MUTE,
    QUIET,
    LATE,
    EMPTY,
    PRESET,
    PIN,
    THREAD,
    CROSSPOST,
    /** On Discord chosen out of the guild's roles. */
    ROLE,
    /** Another chat, which a platform asks for in its own way. */
    TO;

    /** As a person writes it: {@code "topic"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the newsroom knows what it may be while it is being typed. */
    public boolean completes() {
      return switch (this) {
        case TIMES, UNTIL, MUTE, QUIET, LATE, TO, ROLE -> false;
        default -> true;
      };
    }
  }

  /** What a command is about. */
  private enum About {
    /** What was published. */
    READS,
    /** Changes what the chat has ordered. */
    MANAGES,
    /** Tells what became of that. */
    TELLS
  }

  private final String korean;
  private final About kind;
  private final String arguments;

  Verb(String korean, About kind, Argument... arguments) {
    this.korean = korean;
    this.kind = kind;
    this.arguments = String.join(" ", Arrays.stream(arguments).map(Argument::name).toList());
  }

  /** The name on every platform: {@code "today"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in Korean, where a platform has localized names. */
  public String korean() {
    return korean;
  }

  /**
   * What it may be asked with. Where there are several, a platform without options of its own takes
   * them in one line.
   */
  public List<Argument> arguments() {
    return arguments.isEmpty()
        ? List.of()
        : Arrays.stream(arguments.split(" ", -1)).map(Argument::valueOf).toList();
  }

  /** Whether it is about what the chat has ordered: the answer concerns nobody elsewhere. */
  public boolean isOfChat() {
    return kind != About.READS;
  }

  /** Whether only who manages the chat may ask it. */
  public boolean manages() {
    return kind == About.MANAGES;
  }

  /** The command of a name in either language, without its slash; case does not matter. */
  public static Optional<Verb> of(String name) {
    return Arrays.stream(values())
        .filter(verb -> verb.word().equalsIgnoreCase(name) || verb.korean.equals(name))
        .findFirst();
  }
}
