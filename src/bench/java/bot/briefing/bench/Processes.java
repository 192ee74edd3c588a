package bot.briefing.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bot as a process of its own, with our content: from its start to its first answer, how much
 * memory it holds after {@value #COMMANDS} commands on each platform, and how fast it ends on a
 * signal. With tokens the loopback platforms are in this process ({@link TokenRun}), without them
 * in the bot's ({@link PageRun}). Started as {@code java -jar}, and by the launcher with the cache
 * that its {@code --train} makes. The baseline is {@link BareBots} as a process.
 */
final class Processes {
  private static final int STARTS = 5;
  private static final int COMMANDS = 2_000;
  private static final double MOST_MILLIS = 2_000;
  private static final double MOST_MEGABYTES = 200;

  /** How a process is begun. */
  @FunctionalInterface
  private interface Kind {
    Run start(Path folder) throws Exception;
  }

  private Processes() {}

  static void measure(Report report) throws Exception {
    Path home = Path.of("").toAbsolutePath();
    Path target = home.resolve("target");
    Path jar = target.resolve("briefing-bot.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException("make it first: mvn -q package -DskipTests");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> plain = List.of(java, "-jar", jar.toString(), "run");
    List<String> launcher = List.of(target.resolve("briefing-bot").toString(), "run");
    List<String> bare = new ArrayList<>(List.of(java, "-Xmx72m", "-XX:+UseSerialGC"));
    bare.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    bare.addAll(List.of("-cp", System.getProperty("java.class.path")));
    bare.add(BareBots.class.getName());
    train(launcher.getFirst(), home);

    List<String> names =
        List.of(
            "bare bot",
            "with tokens, java -jar",
            "with tokens, launcher and cache",
            "without tokens, java -jar",
            "without tokens, launcher and cache");
    List<Kind> kinds =
        List.of(
            folder -> TokenRun.start(bare, folder),
            folder -> TokenRun.start(plain, folder),
            folder -> TokenRun.start(launcher, folder),
            folder -> PageRun.start(plain, folder),
            folder -> PageRun.start(launcher, folder));
    List<Samples> first = kinds.stream().map(_ -> new Samples()).toList();
    List<Samples> end = kinds.stream().map(_ -> new Samples()).toList();
    Path folder = Files.createTempDirectory("briefing-bench");
    Files.createSymbolicLink(folder.resolve("content"), home.resolve("content"));
    for (int start = 0; start < STARTS; start++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        try (Run run = kinds.get(kind).start(folder)) {
          first.get(kind).add(run.firstAnswer());
          end.get(kind).add(run.end(start % 2 == 0 ? "INT" : "TERM"));
        }
      }
    }
    report.head("from the start of the process to its first answers, median of " + STARTS);
    for (int kind = 1; kind < kinds.size(); kind++) {
      double baseline = first.getFirst().median();
      report.figure(names.get(kind), "ms", first.get(kind).median(), baseline, MOST_MILLIS);
    }
    report.head("from SIGINT or SIGTERM to the end, the slowest of " + STARTS);
    for (int kind = 1; kind < kinds.size(); kind++) {
      double baseline = end.getFirst().quantile(1);
      report.figure(names.get(kind), "ms", end.get(kind).quantile(1), baseline, MOST_MILLIS);
    }
    report.head("resident memory with the launcher, after " + 2 * COMMANDS + " commands");
    double baseline = memory(kinds.getFirst(), folder, 0);
    for (int kind = 2; kind < kinds.size(); kind += 2) {
      double used = memory(kinds.get(kind), folder, COMMANDS);
      report.figure(names.get(kind), "MB", used, baseline, MOST_MEGABYTES);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  private static double memory(Kind kind, Path folder, int commands) throws Exception {
    try (Run run = kind.start(folder)) {
      run.firstAnswer();
      run.ask(Math.max(commands, 100));
      return run.megabytes();
    }
  }

  private static void train(String launcher, Path home) throws Exception {
    Process training =
        new ProcessBuilder(launcher, "--train")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(training.getInputStream().readAllBytes());
    if (training.waitFor() != 0) {
      throw new IllegalStateException("no cache was made: " + said);
    }
  }
}
