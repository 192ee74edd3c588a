package bot.briefing.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The program as a newcomer starts it: a process of its own, without settings and tokens. */
final class Child implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final Process process;
  private final String url;

  private Child(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it and waits for the first address that it prints.
   *
   * @param port where its page shall be; 0 for any
   * @param log where its output goes
   */
  static Child run(int port, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx128m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "run", "--port", Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    for (Setting setting : Setting.values()) {
      builder.environment().remove(setting.name());
    }
    Process process = builder.start();
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(50))
          .failFast("The program ended: " + log, () -> !process.isAlive())
          .until(() -> URL.matcher(read(log)).find());
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    String url = URL.matcher(read(log)).results().map(MatchResult::group).findFirst().orElseThrow();
    return new Child(process, url);
  }

  /** The page's address. */
  String url() {
    return url;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
