package bot.briefing.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.util.Map;

/**
 * Where {@code java -jar} starts: compiled for Java 8, so that an older Java says what is needed
 * where it would name a class that it cannot read. Knows no class of ours but by name, and nothing
 * that came after Java 8.
 */
public final class Entry {
  private static final int NEEDED = 25;
  private static final int SETTINGS_UNREADABLE = 3;

  private Entry() {}

  /** Goes on as the program, or says in one line which Java it needs, and exits with 3. */
  @SuppressWarnings("JdkObsolete") // what it should use came with Java 10
  public static void main(String[] arguments)
      throws ReflectiveOperationException, UnsupportedEncodingException {
    String version = System.getProperty("java.specification.version");
    if (feature(version) < NEEDED) {
      FileOutputStream errors = new FileOutputStream(FileDescriptor.err);
      new PrintStream(errors, true, "UTF-8").println(refusal(version, System.getenv()));
      System.exit(SETTINGS_UNREADABLE);
    }
    Class.forName("bot.briefing.app.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
  }

  /** Of {@code 1.8} it is 8, of {@code 25} it is 25. */
  static int feature(String version) {
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }

  /** In Korean, or where the locale is an English one in English; as the launcher has it. */
  static String refusal(String version, Map<String, String> environment) {
    String locale = "";
    for (String name : new String[] {"LANG", "LC_MESSAGES", "LC_ALL"}) {
      String value = environment.get(name);
      locale = value == null || value.isEmpty() ? locale : value;
    }
    return locale.startsWith("en")
        ? "briefing-bot needs Java 25 or newer, and this is Java "
            + version
            + ": start it with target/briefing-bot, which finds one, or with the java of a JDK 25"
        : "briefing-bot을 실행하려면 Java 25 이상이 필요한데 이것은 Java "
            + version
            + "입니다. 설치된 JDK를 찾아 쓰는 target/briefing-bot으로 켜거나, JDK 25의 java로 실행하세요.";
  }
}
