package bot.briefing.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ActionCodecTest {
  @Property
  void every_action_comes_back_from_what_a_button_carries(@ForAll("actions") Action action) {
    String code = ActionCodec.encode(action);
    assertThat(ActionCodec.decode(code)).contains(action);
    assertThat(code).hasSizeBetween(1, 64).matches("[A-Za-z0-9_-]+");
  }

  @Property
  void whatever_else_is_pressed_does_nothing(@ForAll String junk) {
    ActionCodec.decode(junk)
        .ifPresent(action -> assertThat(ActionCodec.encode(action)).isEqualTo(junk));
  }

  @Property
  void a_code_with_one_letter_changed_is_another_action_or_none(
      @ForAll("actions") Action action, @ForAll("places") int place, @ForAll("letters") char one) {
    StringBuilder code = new StringBuilder(ActionCodec.encode(action));
    code.setCharAt(place % code.length(), one);
    ActionCodec.decode(code.toString())
        .ifPresent(other -> assertThat(ActionCodec.encode(other)).isEqualTo(code.toString()));
  }

  @Example
  void what_this_version_does_not_know_is_empty() {
    for (String junk :
        List.of(
            "",
            "1",
            "2t",
            "1x",
            "1tt",
            "1tp1",
            "1t_abcdef",
            "1d",
            "1d20261301",
            "1d2026021",
            "1o20260212_abcdef",
            "1a20260212_abcdef",
            "1c_abcdefp007",
            "1Cp9999999",
            "1mp0",
            "1gp1",
            "1t~2",
            "today",
            "<script>")) {
      assertThat(ActionCodec.decode(junk)).as(junk).isEmpty();
    }
  }

  @Example
  void what_older_messages_carry_means_what_it_meant() {
    assertThat(ActionCodec.encode(new Action.Today())).isEqualTo("1t");
    assertThat(ActionCodec.encode(new Action.Topics(2))).isEqualTo("1Cp2");
    assertThat(ActionCodec.encode(new Action.Manage(Step.SUBSCRIBE))).isEqualTo("1mp1");
    assertThat(ActionCodec.encode(new Action.Manage(Step.FORGET_SURELY))).isEqualTo("1mp91");
    assertThat(Arrays.stream(Step.values()).map(Step::number)).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<Action> actions() {
    return Arbitraries.oneOf(
        plain(),
        Combinators.combine(plain(), numbers()).as((of, part) -> new Action.Turn(of, part)),
        settled(),
        elsewhere(),
        Combinators.combine(settled(), chats())
            .as((of, chat) -> new Action.Elsewhere(of, chat))
            .filter(action -> ActionCodec.encode(action).length() <= 64),
        Combinators.combine(elsewhere(), numbers()).as((of, part) -> new Action.Turn(of, part)));
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 63);
  }

  @Provide
  Arbitrary<Character> letters() {
    return Arbitraries.chars().range('a', 'z').range('A', 'Z').range('0', '9').with('_', '-');
  }

  private static Arbitrary<Action> elsewhere() {
    return Combinators.combine(plain().filter(Action::isOfChat), chats())
        .as((of, chat) -> new Action.Elsewhere(of, chat));
  }

  private static Arbitrary<Action> settled() {
    Arbitrary<String> lines =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .withCharRange('A', 'Z')
            .withCharRange('0', '9')
            .withChars('_', '-')
            .ofMaxLength(55);
    return Combinators.combine(hashes(), lines).as((zone, line) -> new Action.Settle(zone, line));
  }

  private static Arbitrary<String> chats() {
    return Arbitraries.longs().map(id -> Long.toString(id));
  }

  private static Arbitrary<Action> plain() {
    return Arbitraries.oneOf(
        Arbitraries.of(new Action.Today(), new Action.Help()),
        days().map(Action.OnDate::new),
        numbers().map(Action.Topics::new),
        numbers().map(Action.Sources::new),
        numbers().map(Action.Choose::new),
        Arbitraries.of(Step.class).map(Action.Manage::new),
        Combinators.combine(Arbitraries.of(Step.class), hashes())
            .as((step, order) -> new Action.Manage(step, order)),
        Combinators.combine(numbers(), hashes())
            .as((page, order) -> new Action.Choose(page, order)),
        Combinators.combine(Arbitraries.of(Action.Listed.class), numbers(), hashes())
            .as((listed, page, order) -> new Action.Choose(listed, page, order)),
        Combinators.combine(
                Arbitraries.of(Action.Listed.class),
                hashes(),
                hashes(),
                Arbitraries.of(true, false))
            .as(
                (listed, subject, order, wanted) ->
                    new Action.Pick(listed, subject, wanted, 499_999, order)),
        Combinators.combine(hashes(), Arbitraries.of(true, false), numbers().map(one -> one / 2))
            .as((topic, wanted, page) -> new Action.Pick(topic, wanted, page)),
        Combinators.combine(hashes(), numbers())
            .as((topic, page) -> new Action.OnTopic(topic, page)),
        Combinators.combine(hashes(), numbers())
            .as((source, page) -> new Action.FromSource(source, page)),
        Combinators.combine(digests(), numbers())
            .as((digest, page) -> new Action.Overview(digest, page)),
        Combinators.combine(digests(), hashes())
            .as((digest, article) -> new Action.Read(digest, article)));
  }

  private static Arbitrary<DigestId> digests() {
    return Combinators.combine(days(), hashes()).as(DigestId::new);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.longs().between(0, 2_900_000).map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<ShortHash> hashes() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .withChars('_', '-')
        .ofLength(6)
        .map(ShortHash::new);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 999_999);
  }
}
