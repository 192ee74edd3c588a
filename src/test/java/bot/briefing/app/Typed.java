package bot.briefing.app;

import bot.briefing.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line that somebody typed came to.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Typed(int code, String out, String err) {
  static final Path OWN_CONTENT = Path.of("content");

  /** Types a command line into a pipe, with settings for this run alone. */
  static Typed in(Language language, Map<String, String> environment, String... line) {
    return in(language, false, environment, line);
  }

  static Typed in(
      Language language, boolean styled, Map<String, String> environment, String... line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            styled,
            language);
    SettingsSource settings = new SettingsSource(environment, Path.of("no-such.properties"));
    int code = CommandLineInterface.of(console, settings, line).execute(line);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Typed in(Language language, String... line) {
    return in(language, Map.of(), line);
  }
}
