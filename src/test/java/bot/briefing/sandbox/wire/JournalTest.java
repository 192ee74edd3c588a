package bot.briefing.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The full book, and what keeps it and the messages small. */
final class JournalTest {
  private static final Instant AT = Instant.parse("2026-02-12T08:00:00Z");

  private final Journal journal = new Journal();

  private void sent(String chat, long message, String text) {
    journal.add(Journal.Kind.SENT, chat, 0, message, AT, text, "n" + message, false);
  }

  @Test
  void the_same_content_in_the_same_chat_is_doubled_and_elsewhere_it_is_not() {
    sent("1", 1, "digest");
    sent("2", 1, "digest");
    sent("1", 2, "another");
    assertThat(journal.doubled()).isEmpty();
    sent("1", 3, "digest");
    assertThat(journal.doubled()).extracting(Journal.Entry::message).containsExactly(3L);
  }

  @Test
  void a_line_tells_the_beginning_of_the_text_and_a_hash_of_all_of_it() {
    sent("1", 1, "가".repeat(99) + "😀tail");
    sent("1", 2, "가".repeat(99) + "😀other");
    var lines = journal.from(1).toList();
    assertThat(lines.getFirst().text()).isEqualTo("가".repeat(99) + "😀");
    assertThat(lines.getFirst().hash()).hasSize(16).isNotEqualTo(lines.getLast().hash());
    assertThat(journal.from(2)).hasSize(1);
  }

  @Test
  void a_hundred_thousand_lines_take_little_memory() {
    long before = used();
    for (int i = 0; i < 100_000; i++) {
      sent("chat " + i % 10_000, i, "digest " + i / 10_000 + " ".repeat(4_000));
    }
    assertThat(journal.size()).isEqualTo(100_000);
    assertThat(used() - before).isLessThan(20_000_000);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void messages_that_say_the_same_share_it() throws Exception {
    Shared shared = new Shared();
    String json =
        "{\"id\":\"%d\",\"components\":[{\"id\":%d,\"items\":[{\"content\":\"a long enough"
            + " text\"}]}]}";
    JsonNode one = new ObjectMapper().readTree(json.formatted(1, 1));
    JsonNode other = new ObjectMapper().readTree(json.formatted(2, 2));
    JsonNode copy = other.deepCopy();
    shared.fold((ObjectNode) one);
    shared.fold((ObjectNode) other);
    assertThat(other).isEqualTo(copy);
    assertThat(other.at("/components/0/items")).isSameAs(one.at("/components/0/items"));
  }

  @Test
  void a_clock_goes_on_from_where_it_was_moved() {
    Instant[] base = {AT};
    MovableClock clock = MovableClock.over(() -> base[0]);
    assertThat(MovableClock.over(clock)).isSameAs(clock);
    clock.advance(Duration.ofHours(10));
    base[0] = AT.plusSeconds(5);
    assertThat(clock.instant()).isEqualTo("2026-02-12T18:00:05Z");
    clock.set(AT);
    base[0] = base[0].plusSeconds(5);
    assertThat(clock.instant()).isEqualTo(AT.plusSeconds(5));
    assertThat(clock.unmoved()).isEqualTo(AT.plusSeconds(10));
  }
}
