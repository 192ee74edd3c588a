package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Digests as no author should write them: nothing is lost, and nobody is pinged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class HostileContentContract {
  private static final int MANY = 500;

  private static final String LONG_LINE =
      "## A story of one line\n\n[Wire](https://example.org/long) - Published: 2026-02-01\n\n"
          + IntStream.range(0, 14_000)
              .mapToObj("w%05d"::formatted)
              .collect(Collectors.joining(" ", "- ", "\n"));

  private final Scene scene;

  private Path content = Path.of("");

  HostileContentContract(Scene scene) {
    this.scene = scene;
  }

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    content = folder;
    post("2026-02-01-long.md", "One long line", LONG_LINE);
    post("2026-02-02-many.md", "Many stories", many());
    post("2026-02-03-signs.md", "Signs", signs());
    scene.serve(Newsrooms.over(content, Instant.parse("2026-02-03T03:00:00Z")));
  }

  @AfterAll
  void close() {
    scene.close();
    assertThat(scene.book().entries()).noneMatch(entry -> entry.status() >= 400);
  }

  private void post(String name, String title, String body) throws IOException {
    Path posts = Files.createDirectories(content.resolve("_posts"));
    String front =
        "---\ntitle: \"%s\"\ndate: %s 09:00:00 +0900\nlang: en\n---\n\n"
            .formatted(title, name.substring(0, 10));
    Files.writeString(posts.resolve(name), front + body);
  }

  private Digest digest(String name) {
    return Newsrooms.read(content.resolve("_posts").resolve(name));
  }

  private static String many() {
    return IntStream.rangeClosed(1, MANY)
        .mapToObj(
            number ->
                "## Headline number %d of many\n\n[Wire](https://example.org/%d) - Published: 2026-02-02\n\n- Text of story %d."
                    .formatted(number, number, number))
        .collect(Collectors.joining("\n\n---\n\n"));
  }

  private static String signs() {
    return Hostile.SIGNS.stream()
        .map(
            signs ->
                "## %s\n\n[%s](https://example.org/%d) - Published: 2026-02-03\n\n### %s\n- %s\n- **%s** %s"
                    .formatted(
                        signs,
                        signs.replaceAll("[\\[\\]()]", ""),
                        Hostile.SIGNS.indexOf(signs),
                        signs,
                        signs,
                        signs,
                        signs))
        .collect(Collectors.joining("\n\n---\n\n"));
  }

  private Seen date(Reader reader, String day) {
    return reader.ask("/date " + day);
  }

  /** The button or entry that leads towards a story of an overview by the shortest way. */
  abstract Optional<Seen.Knob> opening(Seen overview, int number, String headline);

  /** The button or entry of the last page. */
  abstract Seen.Knob lastPage(Seen overview, int pages);

  /** What is read by turning to the last part, from a first one. */
  private String whole(Reader reader, Seen first) {
    StringBuilder whole = new StringBuilder(first.text()).append('\n');
    Seen part = first;
    while (part.find(scene.onward(Language.EN)).isPresent()) {
      part = reader.press(part, scene.onward(Language.EN));
      assertThat(scene.pinged(part)).isEmpty();
      whole.append(part.text()).append('\n');
    }
    return whole.toString();
  }

  @Test
  void a_line_of_a_hundred_thousand_letters_is_read_to_its_last_word() {
    Reader reader = scene.alone(Language.EN);
    Seen overview = date(reader, "2026-02-01");

    String whole =
        whole(reader, reader.press(overview, opening(overview, 1, "A story").orElseThrow()));

    String said = whole.replaceAll("[^w0-9]", "");
    String meant = LONG_LINE.substring(LONG_LINE.indexOf("w00000")).replaceAll("[^w0-9]", "");
    assertThat(said.contains(meant)).as("all 14,000 words in a row").isTrue();
  }

  @Test
  void the_last_of_five_hundred_stories_is_at_most_four_taps_away() {
    Reader reader = scene.alone(Language.EN);
    Seen seen = date(reader, "2026-02-02");
    assertThat(seen.text()).contains("500 stories");
    int taps = 0;
    seen = reader.press(seen, lastPage(seen, MANY / 25));
    taps++;
    Optional<Seen.Knob> story = opening(seen, MANY, "Headline number 500 of many");
    while (story.isEmpty() && seen.find(scene.onward(Language.EN)).isPresent()) {
      seen = reader.press(seen, scene.onward(Language.EN));
      taps++;
      story = opening(seen, MANY, "Headline number 500 of many");
    }
    seen = reader.press(seen, story.orElseThrow());
    taps++;

    assertThat(seen.text()).contains("Headline number 500 of many", "Text of story 500.");
    assertThat(taps).isLessThanOrEqualTo(4);
  }

  @Test
  void titles_and_texts_of_nothing_but_signs_are_shown_as_they_are_and_ping_nobody() {
    Digest digest = digest("2026-02-03-signs.md");
    assertThat(digest.articles()).hasSameSizeAs(Hostile.SIGNS);
    for (int index = 0; index < digest.articles().size(); index++) {
      Article article = digest.articles().get(index);
      Reader reader = scene.alone(Language.EN);
      Seen overview = date(reader, "2026-02-03");
      assertThat(scene.pinged(overview)).isEmpty();
      assertThat(Cards.bare(overview.text())).contains(Cards.bare(article.title()));

      Seen story =
          reader.press(overview, opening(overview, index + 1, article.title()).orElseThrow());
      assertThat(scene.pinged(story)).isEmpty();
      assertThat(Cards.bare(whole(reader, story)))
          .contains(Cards.words(article).stream().map(Cards::bare).toList());
    }
  }

  static List<Seen.Knob> labelled(Seen seen, String label) {
    return seen.knobs().stream().filter(knob -> knob.label().equals(label)).toList();
  }
}
