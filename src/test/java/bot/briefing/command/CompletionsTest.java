package bot.briefing.command;

import static bot.briefing.briefing.Written.article;
import static bot.briefing.briefing.Written.digest;
import static bot.briefing.briefing.Written.topic;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.command.Verb.Argument;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CompletionsTest {
  private final Visit visit = Visit.on("2026-02-12");

  @BeforeEach
  void some_days() {
    visit.archive.add(
        digest("2026-02-12-news", "ko", article("칩", "Fujitsu Global", "chips")),
        digest("2026-02-11-news", "ko", article("법", "Example News", "chips")),
        digest("2025-12-24-news", "ko"),
        digest("2026-02-13-news", "ko", article("내일", "Example News", "chips")));
  }

  @Test
  void topics_are_offered_with_their_counts_the_busiest_first() {
    assertThat(visit.complete(Argument.TOPIC, ""))
        .containsExactly("반도체 (2) = chips", "규제 = regulation", "로봇 = robots");
    assertThat(visit.reading(Language.EN).complete(Argument.TOPIC, "reg"))
        .containsExactly("Regulation = regulation");
  }

  @Test
  void hangul_half_typed_is_enough() {
    for (String typed : List.of("ㄱ", "규", "규ㅈ", "귲")) {
      assertThat(visit.complete(Argument.TOPIC, typed))
          .as(typed)
          .first()
          .isEqualTo("규제 = regulation");
    }
  }

  @Test
  void names_in_the_other_language_and_in_the_middle_are_found_too() {
    assertThat(visit.complete(Argument.TOPIC, "act")).containsExactly("규제 = regulation");
    assertThat(visit.complete(Argument.SOURCE, "후지"))
        .containsExactly("Fujitsu Global (1) = Fujitsu Global");
    assertThat(visit.complete(Argument.SOURCE, "fujitsu.c"))
        .containsExactly("Fujitsu Global (1) = Fujitsu Global");
  }

  @Test
  void days_are_offered_from_the_latest_back_with_their_weekday() {
    assertThat(visit.complete(Argument.DATE, ""))
        .containsExactly(
            "2026년 2월 12일 (목) · 오늘 = 2026-02-12",
            "2026년 2월 11일 (수) · 어제 = 2026-02-11",
            "2025년 12월 24일 (수) = 2025-12-24");
    for (String typed : List.of("2025", "12월", "어제는 아니고", "20251224", "2025-12")) {
      assertThat(visit.complete(Argument.DATE, typed))
          .as(typed)
          .isEqualTo(
              typed.startsWith("어제") ? List.of() : List.of("2025년 12월 24일 (수) = 2025-12-24"));
    }
    assertThat(visit.complete(Argument.DATE, "어제")).hasSize(1);
    assertThat(visit.complete(Argument.DATE, "2026-02-13")).isEmpty();
  }

  @Test
  void there_are_never_more_than_a_menu_holds() {
    visit.with(
        new Taxonomy(
            IntStream.range(0, 60)
                .mapToObj(
                    number -> topic("t" + number, "이름".repeat(60) + number, "Topic " + number))
                .toList(),
            List.of()));
    IntStream.range(0, 60)
        .mapToObj(back -> LocalDate.of(2026, 1, 31).minusDays(back))
        .forEach(day -> visit.archive.add(digest(day + "-news", "ko")));
    for (Argument argument : Argument.values()) {
      List<Newsroom.Choice> choices = visit.newsroom.complete(argument, "", visit.asker());
      assertThat(choices).hasSizeLessThanOrEqualTo(25);
      assertThat(choices)
          .allSatisfy(choice -> assertThat(choice.label()).hasSizeBetween(1, 100))
          .allSatisfy(choice -> assertThat(choice.value()).hasSizeBetween(1, 100));
    }
  }
}
