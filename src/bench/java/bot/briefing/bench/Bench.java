package bot.briefing.bench;

import java.util.List;

/**
 * Prints how fast, how small and how quick to start the bot is, and exits with 1 if a bound is
 * missed. Needs {@code target/briefing-bot.jar}; the working directory is the project's.
 *
 * <ul>
 *   <li>{@code discord}, {@code telegram}: see {@link Latency}
 *   <li>{@code engine}: see {@link Engine}; needs no jar
 *   <li>{@code push}: see {@link Pushes}; needs no jar
 *   <li>{@code process}: see {@link Processes}
 * </ul>
 */
public final class Bench {
  private Bench() {}

  /**
   * Runs the parts.
   *
   * @param args their names; all without any
   */
  public static void main(String[] args) throws Exception {
    List<String> parts =
        args.length == 0
            ? List.of("discord", "telegram", "engine", "push", "process")
            : List.of(args);
    Report report = new Report();
    report.load();
    for (String part : parts) {
      switch (part) {
        case "discord" -> Latency.onDiscord(report);
        case "telegram" -> Latency.onTelegram(report);
        case "engine" -> Engine.measure(report);
        case "push" -> Pushes.measure(report);
        case "process" -> Processes.measure(report);
        default ->
            throw new IllegalArgumentException(
                "no part " + part + ": discord, telegram, engine, push, process");
      }
    }
    report.load();
    System.exit(report.conclude());
  }
}
