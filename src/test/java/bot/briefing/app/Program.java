package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The program in a process of its own, under the C locale; standard output and error are one. */
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;

  /** Takes words from one thread and gives them to another. */
  private final StringWriter printed = new StringWriter();

  private final Thread reader;

  private Program(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /**
   * Starts it.
   *
   * @param directory the working directory
   */
  static Program start(Path directory, Map<String, String> settings, String... line)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                Main.class.getName()));
    command.addAll(List.of(line));
    return start(command, directory, settings);
  }

  /**
   * Starts a package's.
   *
   * @param launcher from the folder of the tests
   */
  static Program start(
      String launcher, Path directory, Map<String, String> settings, String... line)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(launcher).toAbsolutePath().toString()));
    command.addAll(List.of(line));
    return start(command, directory, settings);
  }

  private static Program start(List<String> command, Path directory, Map<String, String> settings)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeAll(names());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(settings);
    return new Program(builder.start());
  }

  private static List<String> names() {
    return Arrays.stream(Setting.values()).map(Setting::name).toList();
  }

  /** Without the tests' own classes, so that the log is as users have it. */
  static String classPath() {
    String whole =
        Objects.requireNonNull(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return Arrays.stream(whole.split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void read() {
    try (Reader merged = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[4096];
      for (int read = merged.read(buffer); read >= 0; read = merged.read(buffer)) {
        printed.write(buffer, 0, read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it printed until now. */
  String printed() {
    return printed.toString();
  }

  /** Waits until it has printed some words. */
  void awaitPrinted(String words) {
    await(words).atMost(PATIENCE).until(() -> printed().contains(words) || !process.isAlive());
    if (!printed().contains(words)) {
      throw new AssertionError("never printed “" + words + "”, but:\n" + printed());
    }
  }

  /** Waits for its end; what it printed is whole then. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running:\n" + printed());
    }
    reader.join();
    return process.exitValue();
  }

  /** Sends it the signal of Ctrl-C or of a service manager. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /**
   * The disk is full: no file may become larger.
   *
   * @param bytes or {@code unlimited}, and there is room again
   */
  void filesUpTo(String bytes) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":unlimited")
            .start()
            .waitFor();
    assertThat(code).isZero();
  }

  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
