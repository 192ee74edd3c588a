package bot.briefing.discord;

import bot.briefing.card.Block;
import bot.briefing.card.Block.Bullet;
import bot.briefing.card.Block.Code;
import bot.briefing.card.Block.Heading;
import bot.briefing.card.Block.Image;
import bot.briefing.card.Block.Ordered;
import bot.briefing.card.Block.Paragraph;
import bot.briefing.card.Block.Quote;
import bot.briefing.card.Block.Table;
import bot.briefing.card.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Draws blocks in Discord's Markdown. */
final class Blocks {
  private static final int DEEPEST = 8;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z0-9_+.#-]{1,30}");

  private Blocks() {}

  /** Blocks as texts, each short enough for a message; a heading stays with what it is above. */
  static List<String> draw(List<Block> blocks) {
    List<String> drawn = new ArrayList<>();
    boolean heads = false;
    for (Block block : blocks) {
      for (String text : of(block)) {
        if (heads && drawn.getLast().length() + 1 + text.length() <= Limits.TEXT) {
          drawn.add(drawn.removeLast() + "\n" + text);
        } else {
          drawn.add(text);
        }
        heads = block instanceof Heading;
      }
    }
    return drawn;
  }

  private static List<String> of(Block block) {
    return switch (block) {
      case Heading(_, var spans) -> Runs.cut(spans, run -> Markdown.line(run, "### "));
      case Paragraph(var spans) -> Runs.cut(spans, run -> Markdown.lines(run, "", ""));
      case Bullet(var depth, var spans) -> item(depth, "- ", spans);
      case Ordered(var depth, var number, var spans) -> item(depth, number + ". ", spans);
      case Quote(var spans) -> Runs.cut(spans, run -> Markdown.lines(run, "> ", "> "));
      case Code(var language, var text) -> code(language, text);
      case Table(var rows) -> table(rows);
      case Image(var url, var text) ->
          Runs.cut(
              List.of(Span.linked(text.isBlank() ? url.toString() : text, url)),
              run -> Markdown.lines(run, "", ""));
    };
  }

  private static List<String> item(int depth, String mark, List<Span> spans) {
    String indent = "  ".repeat(Math.clamp(depth - 1L, 0, DEEPEST));
    return Runs.cut(
        spans, run -> Markdown.lines(run, indent + mark, indent + " ".repeat(mark.length())));
  }

  private static List<String> table(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < rows.size(); at++) {
      List<Span> line = new ArrayList<>();
      for (String cell : rows.get(at)) {
        line.add(Span.plain((line.isEmpty() ? "" : "| ") + cell + " "));
      }
      List<Span> drawn = at == 0 ? Markdown.with(Span.Mark.STRONG, line) : List.copyOf(line);
      lines.addAll(Runs.cut(drawn, run -> Markdown.line(run, "")));
    }
    return lines;
  }

  /** Code to the letter; only three ticks in a row cannot be shown and are parted. */
  private static List<String> code(String language, String text) {
    String name = LANGUAGE.matcher(language).matches() ? language : "";
    String shown = Escape.clean(text).replaceAll("`(?=`)", "`\u200B");
    return shown.isBlank()
        ? List.of()
        : Runs.cut(List.of(Span.plain(shown)), run -> fenced(name, Block.textOf(run)));
  }

  private static String fenced(String name, String text) {
    return text.isBlank()
        ? ""
        : "```" + name + "\n" + text.replaceAll("^\\s*\n|\\s+$", "") + "\n```";
  }
}
