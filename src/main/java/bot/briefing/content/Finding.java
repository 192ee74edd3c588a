package bot.briefing.content;

import bot.briefing.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;

/**
 * What an author would want mended.
 *
 * @param file as it was handed in
 * @param line from 1
 * @param column in code points, from 1
 * @param code stable; the sentence's key is {@code lint.} and this
 * @param arguments of the sentence
 */
public record Finding(
    String file, int line, int column, Severity severity, String code, List<String> arguments) {
  /** How much it matters; an error makes an author's CI fail. */
  public enum Severity {
    ERROR,
    WARNING;

    /** As printed, in every language: programs read it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    arguments = List.copyOf(arguments);
  }

  /** What is wrong, and the mend. */
  public String sentence(Texts texts) {
    return texts.say("lint." + code, arguments.toArray());
  }

  /** {@code file:line:column: severity: what, and the mend}. */
  public String print(Texts texts) {
    return file + ":" + line + ":" + column + ": " + severity.word() + ": " + sentence(texts);
  }

  /** Findings as a JSON array. */
  public static String json(List<Finding> findings, Texts texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : findings) {
      array
          .addObject()
          .put("file", finding.file)
          .put("line", finding.line)
          .put("column", finding.column)
          .put("severity", finding.severity.word())
          .put("code", finding.code)
          .put("message", finding.sentence(texts));
    }
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }
}
