package bot.briefing.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The table of figures. */
final class Report {
  private int missed;

  /** How busy the machine is: a figure taken beside other work says less. */
  void load() {
    System.out.printf(
        Locale.ROOT,
        "machine: %d processors, load average %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  void head(String title) {
    System.out.printf("%n%-52s %11s %11s %11s%n", title, "bot", "baseline", "bound");
  }

  /** A figure that must stay below its bound; the baseline is of the bare bot, NaN for none. */
  void figure(String what, String unit, double value, double baseline, double bound) {
    line(what, unit, value, baseline, "< ", bound, value < bound);
  }

  /** A figure that must reach its bound. */
  void atLeast(String what, String unit, double value, double baseline, double bound) {
    line(what, unit, value, baseline, ">= ", bound, value >= bound);
  }

  private void line(
      String what,
      String unit,
      double value,
      double baseline,
      String relation,
      double bound,
      boolean met) {
    if (!met) {
      missed++;
    }
    System.out.printf(
        Locale.ROOT,
        "%-52s %11s %11s %11s  %s%n",
        what,
        shown(value, unit),
        Double.isNaN(baseline) ? "" : shown(baseline, unit),
        relation + shown(bound, unit).strip(),
        met ? "met" : "MISSED");
  }

  private static String shown(double value, String unit) {
    boolean fine =
        unit.equals("x") || ((unit.equals("ms") || unit.equals("/s")) && Math.abs(value) < 100);
    String form = fine ? "%.2f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, value, unit);
  }

  /** The process's exit code. */
  int conclude() {
    System.out.println(missed == 0 ? "all bounds are met" : missed + " bounds are missed");
    return missed == 0 ? 0 : 1;
  }
}
