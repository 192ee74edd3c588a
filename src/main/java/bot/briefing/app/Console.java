package bot.briefing.app;

import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the program prints.
 *
 * @param out answers; UTF-8 whatever the locale
 * @param err errors; UTF-8 too
 * @param styled whether a person sees the output in a terminal that shows styles
 * @param language of the program's own sentences
 */
record Console(PrintStream out, PrintStream err, boolean styled, Language language) {
  static Console ofProcess(Language language) {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        terminal && System.getenv("NO_COLOR") == null,
        language);
  }

  Console in(Language other) {
    return new Console(out, err, styled, other);
  }

  Texts texts() {
    return Texts.in(language);
  }

  /** Prints a sentence of the bundles as an answer. */
  void say(String key, Object... arguments) {
    out.println(texts().say(key, arguments));
  }

  /** Prints a sentence of the bundles as an error. */
  void complain(String key, Object... arguments) {
    err.println(texts().say(key, arguments));
  }

  /**
   * The program's arguments as they were typed. Java decodes them by the locale, and under the C
   * locale loses all that is not ASCII; where Linux still has the bytes, they are read again as
   * UTF-8.
   */
  static String[] arguments(String[] decoded) {
    if (Arrays.stream(decoded).noneMatch(argument -> argument.indexOf('\uFFFD') >= 0)) {
      return decoded;
    }
    try {
      String[] line = Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1);
      int end = line.length - 1;
      return Arrays.copyOfRange(line, end - decoded.length, end);
    } catch (IOException noLinux) {
      return decoded;
    }
  }

  /** Whether Java can name every file: under a locale other than UTF-8 it knows no Korean names. */
  static boolean readsAllNames() {
    return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
        .equals(StandardCharsets.UTF_8);
  }

  /** The same stream for a library that wants a writer. */
  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
