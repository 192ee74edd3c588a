package bot.briefing.topic;

import bot.briefing.content.Finding;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of topics or sources that cannot be used: says where, why and the mend. Its message is
 * English, for the log; its {@link #finding} speaks both languages.
 */
public final class TaxonomyException extends Exception {
  private final String file;
  private final int line;
  private final int column;
  private final String code;
  private final List<String> arguments;

  /**
   * @param file its name without folder
   * @param line in the file, from 1
   * @param code the sentence's key is {@code lint.taxonomy.} and this
   * @param detail in English, for the log; may be empty
   * @param arguments of the sentence
   */
  TaxonomyException(String file, int line, String code, String detail, List<String> arguments) {
    this(file, line, 1, code, detail, arguments);
  }

  /**
   * The same, where the place in the line is known.
   *
   * @param column in code points, from 1
   */
  TaxonomyException(
      String file, int line, int column, String code, String detail, List<String> arguments) {
    super(message(file, line, code, detail, arguments));
    this.file = file;
    this.line = line;
    this.column = column;
    this.code = code;
    this.arguments = List.copyOf(arguments);
  }

  private static String message(
      String file, int line, String code, String detail, List<String> arguments) {
    String sentence = Texts.in(Language.EN).say("lint.taxonomy." + code, arguments.toArray());
    return file + ":" + line + ": " + sentence + (detail.isEmpty() ? "" : " (" + detail + ")");
  }

  /**
   * The same for a person.
   *
   * @param folder where the file is
   */
  public Finding finding(Path folder) {
    return new Finding(
        folder.resolve(file).toString(),
        line,
        column,
        Finding.Severity.ERROR,
        "taxonomy." + code,
        arguments);
  }
}
