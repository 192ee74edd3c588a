package bot.briefing.content;

import bot.briefing.content.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings in one file, placed by offset. */
final class Findings {
  private final String file;
  private final String text;
  private final List<Finding> list = new ArrayList<>();

  Findings(String file, String text) {
    this.file = file;
    this.text = text;
  }

  void error(int offset, String code, String... arguments) {
    add(offset, Severity.ERROR, code, arguments);
  }

  void warn(int offset, String code, String... arguments) {
    add(offset, Severity.WARNING, code, arguments);
  }

  /** The line of an offset, from 1. */
  int line(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(unit -> unit == '\n').count();
  }

  private void add(int offset, Severity severity, String code, String... arguments) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int column = 1 + text.codePointCount(start, offset);
    list.add(new Finding(file, line(offset), column, severity, code, List.of(arguments)));
  }

  /** In the order of the file. */
  List<Finding> sorted() {
    return list.stream()
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }
}
