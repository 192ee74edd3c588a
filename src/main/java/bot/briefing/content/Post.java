package bot.briefing.content;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;

/**
 * A file taken apart.
 *
 * @param text of the whole file
 */
record Post(FileName name, String text, FrontMatter matter, Outline outline) {
  static Post of(String fileName, byte[] file) throws UnreadableDigestException {
    String text = FileText.of(fileName, file);
    FrontMatter matter = FrontMatter.of(fileName, text);
    FileName name = FileName.of(fileName);
    Optional<String> title = matter.text("title").map(Escaping::unescapeHtml);
    Outline outline =
        Outline.of(Blocks.of(Markdown.parse(text.substring(matter.body()))), title, titleOf(name));
    return new Post(name, text, matter, outline);
  }

  String title() {
    return matter
        .text("title")
        .map(Escaping::unescapeHtml)
        .or(outline::heading)
        .orElseGet(() -> titleOf(name));
  }

  private static String titleOf(FileName name) {
    return name.words().isEmpty() ? name.stem() : name.words();
  }
}
