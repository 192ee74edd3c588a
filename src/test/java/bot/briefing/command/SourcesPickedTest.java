package bot.briefing.command;

import static bot.briefing.command.StandingVisit.buttons;
import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.store.UnusableDatabaseException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources are tapped in and out as topics are. */
final class SourcesPickedTest {
  private final StandingVisit visit;

  SourcesPickedTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void a_source_is_tapped_in_and_out_and_topics_stay() {
    visit.type("/subscribe topic:regulation");
    Answer sources = visit.press(visit.type("/settings"), "출처");
    assertThat(text(sources)).contains("어떤 출처를 받을까요?");

    Answer picked = visit.press(sources, "Example News");
    assertThat(buttons(picked)).contains("✓ Example News");
    assertThat(visit.order().filter().sources()).containsExactly("Example News");
    assertThat(visit.order().topics()).containsExactly("regulation");

    assertThat(buttons(visit.press(picked, "Example News"))).contains("Example News (1)");
    assertThat(visit.order().filter().sources()).isEmpty();
  }

  @Test
  void all_of_them_are_one_tap_and_names_stay_with_their_order() {
    visit.type("/subscribe");
    visit.type("/subscribe name:evening 18:00 source:\"Example News\"");
    Answer evening = visit.press(visit.type("/settings"), "evening");
    Answer sources = visit.press(evening, "출처");

    assertThat(buttons(sources)).contains("✓ Example News");
    visit.press(sources, "모든 출처");
    assertThat(visit.orders.find(visit.chat, "evening").orElseThrow().filter().sources()).isEmpty();
  }
}
