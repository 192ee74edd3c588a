package bot.briefing.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bot in a process of its own, and somebody who asks it on both platforms. */
abstract class Run implements AutoCloseable {
  private static final int SECONDS = 60;
  private static final List<String> LINES = List.of("/today", "/topic regulation");

  /** A permit for each answer. */
  final Semaphore discord = new Semaphore(0);

  /** A permit for each answer. */
  final Semaphore telegram = new Semaphore(0);

  final Process process;
  private final long started;

  /** Starts it in the folder, with no settings but these. */
  Run(List<String> command, Path folder, Map<String, String> settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolveSibling("briefing-bench.log").toFile());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("DISCORD_TOKEN", "TELEGRAM_TOKEN", "CONTENT_DIR", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(settings);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    started = System.nanoTime();
    process = builder.start();
  }

  /** Says a line on both platforms. */
  abstract void say(String line) throws Exception;

  /** Waits for the first answer on each platform; nanoseconds since the start. */
  long firstAnswer() throws Exception {
    await(discord);
    await(telegram);
    return System.nanoTime() - started;
  }

  /** Asks so many times on both platforms, one after the other. */
  void ask(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      say(LINES.get(i % LINES.size()));
      await(discord);
      await(telegram);
    }
  }

  private void await(Semaphore answers) throws Exception {
    if (!answers.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "no answer on "
              + (answers == discord ? "Discord" : "Telegram")
              + " from "
              + process.info());
    }
  }

  double megabytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IllegalStateException("the system does not tell what " + process.pid() + " holds");
  }

  /** Sends a signal; nanoseconds until the process is gone. */
  long end(String signal) throws Exception {
    long sent = System.nanoTime();
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("SIG" + signal + " does not end " + process.info());
    }
    return System.nanoTime() - sent;
  }

  /** What the process prints first that contains this. */
  final String printed(String part) throws IOException {
    var lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("it ended without " + part);
    }
    return line;
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly().waitFor();
  }
}
