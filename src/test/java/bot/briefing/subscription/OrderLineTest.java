package bot.briefing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Layout;
import bot.briefing.text.Language;
import bot.briefing.topic.Source;
import bot.briefing.topic.Taxonomy;
import bot.briefing.topic.Topic;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order in one line. */
final class OrderLineTest {
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of(
              topic("regulation", "규제", "Regulation", "AI Act"),
              topic("hardware", "하드웨어", "Hardware")),
          List.of(
              new Source("Reuters", List.of("로이터"), List.of("reuters.com")),
              new Source("Fujitsu Global", List.of(), List.of())));
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private static Topic topic(String id, String korean, String english, String... aliases) {
    return new Topic(
        id, Map.of(Language.KO, korean, Language.EN, english), List.of(aliases), List.of());
  }

  private static OrderLine parse(String line) {
    return OrderLine.of(line, TAXONOMY, List.of(), Language.EN);
  }

  private static Wish wish(String line) {
    assertThat(parse(line)).as(line).isInstanceOf(OrderLine.Understood.class);
    return ((OrderLine.Understood) parse(line)).wish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08:00,18:00 Asia/Seoul topic:regulation days:mon-fri lang:en layout:full silent:on",
        "topic:AI Act 8:00, 18:00 seoul weekdays english full silent",
        "평일 오전 8시, 오후 6시 서울 규제 영어 전문 무음",
        "times:\"8am, 6 pm\" zone:\"seoul\" days:\"mon, tue, wed, thu, fri\" topics:\"AI Act\""
            + " language:\"en\" layout:\"full\" silent:\"on\"",
        "월-금 8시 18시 KST 주제:규제 언어:영어 형식:전문 무음:켬",
      })
  void all_in_one_line(String line) {
    assertThat(wish(line))
        .isEqualTo(
            Wish.at(LocalTime.of(8, 0), LocalTime.of(18, 0))
                .and(Wish.in(ZoneId.of("Asia/Seoul")))
                .and(Wish.on(WEEKDAYS))
                .and(Wish.topics(Set.of("regulation")))
                .and(Wish.in(Language.EN))
                .and(Wish.as(Layout.FULL))
                .and(Wish.silent(true)));
  }

  @ParameterizedTest
  @CsvSource({
    "8:00, 08:00",
    "08.30, 08:30",
    "8시, 08:00",
    "8시 30분, 08:30",
    "8시반, 08:30",
    "8시에, 08:00",
    "오전 8시, 08:00",
    "오후 6시 30분, 18:30",
    "오전 12시, 00:00",
    "오후 12시, 12:00",
    "밤 11시, 23:00",
    "밤 12시, 00:00",
    "새벽 5시, 05:00",
    "저녁 7시, 19:00",
    "8am, 08:00",
    "8 PM, 20:00",
    "12am, 00:00",
    "12pm, 12:00",
    "6:30pm, 18:30",
    "정오, 12:00",
    "midnight, 00:00",
    "24:00, 00:00",
  })
  void a_time_in_any_of_its_forms(String typed, String time) {
    assertThat(wish(typed).times()).containsExactly(LocalTime.parse(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "8:99", "13pm", "오후 13시", "0pm", "08:00,x"})
  void what_is_no_time_is_not_taken_for_one(String typed) {
    assertThat(parse(typed)).isInstanceOf(OrderLine.Unclear.class);
  }

  @Test
  void days_in_korean_and_english() {
    assertThat(wish("월수금").days())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
    assertThat(wish("주말").days()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    assertThat(wish("매일").days()).hasSize(7);
    assertThat(wish("fri-mon").days()).hasSize(4);
    assertThat(wish("월요일, 목요일").days()).hasSize(2);
    assertThat(wish("tue Thursday").days()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name:evening source:\"reuters,fujitsu global\" mute:\"stock market,crypto\""
            + " quiet:22:00-07:00 late:1h empty:note",
        "empty:note late:60m quiet:\"10pm - 7am\" mute:\"Stock Market, Crypto\""
            + " source:Fujitsu Global,로이터 name:Evening",
      })
  void what_stands_after_a_key_alone(String line) {
    assertThat(wish(line))
        .isEqualTo(
            Wish.named("evening")
                .and(Wish.sources(Set.of("Reuters", "Fujitsu Global")))
                .and(Wish.mute(Set.of("stock market", "crypto")))
                .and(Wish.quiet(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))))
                .and(Wish.grace(Duration.ofHours(1)))
                .and(Wish.note(true)));
  }

  @Test
  void the_same_in_korean() {
    assertThat(wish("이름:저녁 출처:로이터 제외:주식,코인 방해금지:밤 10시-오전 7시 늦어도:1시간 30분 없으면:알림"))
        .isEqualTo(
            Wish.named("저녁")
                .and(Wish.sources(Set.of("Reuters")))
                .and(Wish.mute(Set.of("주식", "코인")))
                .and(Wish.quiet(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0))))
                .and(Wish.grace(Duration.ofMinutes(90)))
                .and(Wish.note(true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source:all mute:none quiet:off late:default empty:silence name:default",
        "출처:전체 제외:없음 방해금지:끔 늦어도:기본 없으면:침묵 이름:기본",
      })
  void all_of_it_can_be_taken_away_again(String line) {
    assertThat(wish(line))
        .isEqualTo(
            Wish.named("")
                .and(Wish.sources(Set.of()))
                .and(Wish.mute(Set.of()))
                .and(Wish.quiet(null))
                .and(Wish.grace(null))
                .and(Wish.note(false)));
  }

  @Test
  void a_name_and_a_mute_word_are_one_word_and_the_rest_goes_on() {
    assertThat(wish("name:evening 18:00 mute:crypto weekdays"))
        .isEqualTo(
            Wish.named("evening")
                .and(Wish.at(LocalTime.of(18, 0)))
                .and(Wish.mute(Set.of("crypto")))
                .and(Wish.on(WEEKDAYS)));
  }

  @Test
  void a_preset_yields_to_what_is_said_beside_it() {
    assertThat(wish("office")).isEqualTo(Wish.at(LocalTime.of(9, 0)).and(Wish.on(WEEKDAYS)));
    assertThat(wish("아침")).isEqualTo(wish("morning"));
    assertThat(wish("morning").times()).containsExactly(LocalTime.of(7, 0));
    assertThat(wish("10:30 office").times()).containsExactly(LocalTime.of(10, 30));
    assertThat(wish("asap weekend").times()).isEmpty();
    assertThat(wish("weekend").times()).containsExactly(LocalTime.of(10, 0));
    assertThat(wish("프리셋:주말")).isEqualTo(wish("preset:weekend"));
    assertThat(wish("주말").times()).isNull();
    assertThat(wish("아침 8시").times()).containsExactly(LocalTime.of(8, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "source:nobody, nobody",
    "quiet:22:00, 22:00",
    "quiet:22:00-22:00, 22:00-22:00",
    "late:25h, 25h",
    "late:soon, soon",
    "mute:!!, !!",
    "name:<b>, <b>",
    "empty:perhaps, perhaps",
    "preset:noon, noon",
  })
  void what_means_nothing_after_a_key_is_said(String typed, String word) {
    assertThat(parse(typed))
        .isInstanceOfSatisfying(
            OrderLine.Unclear.class, unclear -> assertThat(unclear.word()).isEqualTo(word));
  }

  @Test
  void nothing_said_is_nothing_wished() {
    assertThat(wish("  ")).isEqualTo(Wish.NONE);
  }

  @Test
  void as_published_and_everything_can_be_wished_for() {
    assertThat(wish("즉시").times()).isEmpty();
    assertThat(wish("topic:all").topics()).isEmpty();
  }

  @Test
  void an_ambiguous_zone_is_asked_back() {
    assertThat(parse("08:00 CST")).isEqualTo(new OrderLine.WhichZone("CST", Zones.meant("CST")));
  }

  @ParameterizedTest
  @CsvSource({
    "weekdas, weekdays",
    "seuol, Seoul",
    "regulaton, Regulation",
    "평이, 평일",
    "8, 8:00",
    "lang:xx, ko",
    "layout:ful, full",
    "topic:regulaton, Regulation",
  })
  void a_word_that_means_nothing_has_its_nearest(String typed, String nearest) {
    assertThat(parse(typed))
        .isInstanceOfSatisfying(
            OrderLine.Unclear.class, unclear -> assertThat(unclear.nearest()).contains(nearest));
  }
}
