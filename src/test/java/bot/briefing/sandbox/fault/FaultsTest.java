package bot.briefing.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which requests a fault befalls. */
final class FaultsTest {
  private static final Effect DROP = new Effect.Drop(true);

  private Instant now = Instant.parse("2026-02-12T00:00:00Z");
  private final Faults faults = new Faults(() -> now);

  private boolean drops(String method, String chat) {
    return faults.meet(method, chat, false).ending().isPresent();
  }

  @Test
  void a_fault_keeps_to_its_method_its_chat_and_its_count() {
    faults.add(Fault.of(DROP).on("sendMessage").in("7").skipping(1).times(2));
    assertThat(drops("getMe", "")).isFalse();
    assertThat(drops("sendMessage", "8")).isFalse();
    assertThat(IntStream.range(0, 5).mapToObj(_ -> drops("sendmessage", "7")))
        .containsExactly(false, true, true, false, false);
    assertThat(faults.list()).extracting(Faults.Report::spent).containsExactly(true);
  }

  @Test
  void chance_comes_from_the_seed_whatever_the_order_between_chats() {
    List<Boolean> alone = drawn("7", 40);
    faults.clear();
    faults.add(Fault.of(DROP).withProbability(0.3, 11));
    List<Boolean> among =
        IntStream.range(0, 40)
            .mapToObj(
                _ -> {
                  drops("sendMessage", "8");
                  return drops("sendMessage", "7");
                })
            .toList();
    assertThat(among).isEqualTo(alone).contains(true, false);
    assertThat(drawn("9", 40)).isNotEqualTo(alone);
  }

  private List<Boolean> drawn(String chat, int count) {
    faults.clear();
    faults.add(Fault.of(DROP).withProbability(0.3, 11));
    return IntStream.range(0, count).mapToObj(_ -> drops("sendMessage", chat)).toList();
  }

  @Test
  void a_rate_limit_holds_its_chat_as_long_as_it_says() {
    faults.add(Fault.of(new Effect.RateLimit(Duration.ofSeconds(30), false)).times(1));
    assertThat(held("7")).isEqualTo(Duration.ofSeconds(30));
    now = now.plusSeconds(10);
    assertThat(held("8")).isZero();
    assertThat(held("7")).isEqualTo(Duration.ofSeconds(20));
    assertThat(faults.early()).isEqualTo(1);
    now = now.plusSeconds(20);
    assertThat(held("7")).isZero();
  }

  @Test
  void a_rate_limit_of_the_bot_holds_all_but_what_the_platform_exempts() {
    faults.add(Fault.of(new Effect.RateLimit(Duration.ofSeconds(30), true)).in("7").times(1));
    assertThat(held("7")).isPositive();
    assertThat(held("8")).isPositive();
    assertThat(faults.meet("POST /interactions", "8", true).instead()).isEmpty();
  }

  private Duration held(String chat) {
    return faults
        .meet("sendMessage", chat, false)
        .instead()
        .map(effect -> ((Effect.RateLimit) effect).retryAfter())
        .orElse(Duration.ZERO);
  }

  @Test
  void delays_add_up_and_the_first_refusal_wins() {
    faults.add(Fault.of(new Effect.Latency(Duration.ofMillis(5), false)));
    faults.add(Fault.of(new Effect.Latency(Duration.ofMillis(7), true)));
    faults.add(Fault.of(new Effect.Failure(503, 0, "", false, false)).times(1));
    faults.add(Fault.of(new Effect.Drop(false)).times(1));
    Plan first = faults.meet("getMe", "", false);
    assertThat(first.before()).isEqualTo(Duration.ofMillis(5));
    assertThat(first.held()).isEqualTo(Duration.ofMillis(7));
    assertThat(first.instead()).containsInstanceOf(Effect.Failure.class);
    assertThat(faults.meet("getMe", "", false).instead()).contains(new Effect.Drop(false));
  }

  @Test
  void what_is_spelled_wrong_is_refused_with_what_would_do() {
    assertThatThrownBy(() -> read("{'fault':'dorp'}")).hasMessageContaining("drop");
    assertThatThrownBy(() -> read("{'fault':'drop','chta':'7'}")).hasMessageContaining("chta");
    assertThatThrownBy(() -> read("{'fault':'latency'}")).hasMessageContaining("ms");
    assertThatThrownBy(() -> read("{'fault':'drop','when':'later'}"))
        .hasMessageContaining("before or after");
    assertThatThrownBy(() -> read("{'fault':'error','status':200}"))
        .hasMessageContaining("400 to 599");
    assertThatThrownBy(() -> read("{'fault':'drop','probability':2}"))
        .hasMessageContaining("probability");
    assertThat(read("{'fault':'drop','when':'after','chat':'7','times':3}"))
        .isEqualTo(Fault.of(DROP).in("7").times(3));
  }

  private static Fault read(String json) {
    try {
      return FaultJson.fault(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
