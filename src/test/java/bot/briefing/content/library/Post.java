package bot.briefing.content.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A digest's file as an author writes it.
 *
 * @param name without ending
 * @param date as it stands in the front matter
 * @param more lines of the front matter
 */
record Post(String name, String date, String title, List<String> more, List<String> links) {
  /** Published at seven in Seoul, in Korean, on the day of its name. */
  static Post named(String name) {
    return new Post(
        name,
        name.substring(0, 10) + "T07:00:00+09:00",
        "Digest " + name,
        List.of(),
        List.of("https://example.com/" + name));
  }

  Post titled(String other) {
    return new Post(name, date, other, more, links);
  }

  /**
   * @param other with time and offset: {@code 2026-02-12T07:00:00+09:00}
   */
  Post at(String other) {
    return new Post(name, other, title, more, links);
  }

  /**
   * @param line of the front matter: {@code lang: en}
   */
  Post with(String line) {
    return new Post(
        name, date, title, Stream.concat(more.stream(), Stream.of(line)).toList(), links);
  }

  Post linking(String... others) {
    return new Post(name, date, title, more, List.of(others));
  }

  Post renamed(String other) {
    return new Post(other, date, title, more, links);
  }

  String text() {
    StringBuilder text = new StringBuilder("---\ntitle: " + title + "\ndate: " + date + "\n");
    more.forEach(line -> text.append(line).append('\n'));
    text.append("---\n");
    links.forEach(
        link ->
            text.append("\n## Story of ")
                .append(link)
                .append("\n\n[Somebody](")
                .append(link)
                .append(") - 발행일: 2026-02-12\n\n### 요약\n- 한 줄\n"));
    return text.toString();
  }

  /** Writes into the file itself, as a simple editor does. */
  Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(name + ".md"), text());
  }

  /** Writes beside the file and moves it there, as a careful editor does. */
  Path replace(Path folder) throws IOException {
    Path beside = Files.writeString(folder.resolve("." + name + ".tmp"), text());
    return Files.move(
        beside,
        folder.resolve(name + ".md"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
