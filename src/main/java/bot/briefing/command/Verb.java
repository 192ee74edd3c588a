package bot.briefing.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commands, in the order in which they are offered. Descriptions are the texts {@code
 * command.NAME.description}.
 */
public enum Verb {
  TODAY("오늘", null),
  TOPIC("주제", Argument.TOPIC),
  SOURCE("출처", Argument.SOURCE),
  DATE("날짜", Argument.DATE),
  TOPICS("주제목록", null),
  SOURCES("출처목록", null),
  HELP("도움말", null);

  /** What a command is asked with. The description is the text {@code command.argument.NAME}. */
  public enum Argument {
    TOPIC,
    SOURCE,
    DATE;

    /** As a person writes it: {@code "topic"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String korean;
  private final @Nullable Argument argument;

  Verb(String korean, @Nullable Argument argument) {
    this.korean = korean;
    this.argument = argument;
  }

  /** The name on every platform: {@code "today"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in Korean, where a platform has localized names. */
  public String korean() {
    return korean;
  }

  public Optional<Argument> argument() {
    return Optional.ofNullable(argument);
  }

  /** The command of a name in either language, without its slash; case does not matter. */
  public static Optional<Verb> of(String name) {
    return Arrays.stream(values())
        .filter(verb -> verb.word().equalsIgnoreCase(name) || verb.korean.equals(name))
        .findFirst();
  }
}
