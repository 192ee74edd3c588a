package bot.briefing.command;

import static bot.briefing.command.StandingVisit.text;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.briefing.Written;
import bot.briefing.command.Answer.Outcome;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Ledger.Entry;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What came, what comes, what did not, and why. */
final class FatesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-02-12");
  private static final Instant EIGHT = Instant.parse("2026-02-11T23:00:00Z");
  private static final String DIGEST = "2026-02-12:2026-02-12-news";

  private final StandingVisit visit;

  FatesTest(@TempDir Path folder) throws UnusableDatabaseException {
    visit = new StandingVisit(folder);
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private void happened(Status status, Reason reason, @Nullable Instant notBefore) {
    visit.ledger.entries.add(
        new Entry(
            visit.orders.find(visit.chat).map(Subscription::id).orElse("ended"),
            visit.chat,
            DIGEST,
            TODAY,
            status,
            reason,
            EIGHT,
            EIGHT,
            status == Status.WAITING ? null : EIGHT.plusSeconds(60),
            3,
            status == Status.SENT ? 3 : 0,
            notBefore));
  }

  @Test
  void status_says_what_came_and_what_comes_next() {
    visit.type("/subscribe 08:00");
    visit.ledger.had = new Had(Set.of(DIGEST), EIGHT, EIGHT);
    happened(Status.SENT, Reason.ON_TIME, null);

    assertThat(text(visit.type("/status")))
        .contains(
            "다음 발송 2월 13일 금요일",
            "지금: 보낼 때를 기다리고 있어요.",
            "2월 12일 목요일 브리핑: 2월 12일 목요일 08:01에 보냈어요. 제때 보냈어요.");
  }

  @Test
  void status_says_what_waits_for_what() {
    visit.type("/subscribe");
    happened(Status.WAITING, Reason.RATE_LIMITED, visit.now.plusSeconds(600));

    assertThat(text(visit.type("/status")))
        .contains("지금: 새 브리핑을 기다리고 있어요.", "플랫폼이 잠시 기다리라고 했어요. 2월 12일 목요일 12:10 이후에");
  }

  @Test
  void anybody_may_ask_how_it_stands() {
    visit.type("/subscribe 08:00");
    visit.manages = false;

    assertThat(text(visit.type("/status"))).contains("매일 08:00(서울)");
    assertThat(text(visit.type("/why"))).contains("2026년 2월 12일 (목)의 브리핑");
  }

  @Test
  void a_chat_without_an_order_is_told_so() {
    assertThat(text(visit.type("/status"))).contains("아직 구독하고 있지 않아요");
    assertThat(text(visit.type("/why"))).contains("구독하고 있지 않아요");
  }

  @ParameterizedTest
  @EnumSource
  void every_reason_has_its_sentence_in_both_languages(Reason reason) {
    visit.type("/subscribe 08:00");
    happened(Status.MISSED, reason, null);
    for (Language language : Language.values()) {
      visit.language = language;
      assertThat(text(visit.type("/why 2026-02-12")))
          .contains(Texts.in(language).say("why." + reason));
    }
    assertThat(Arrays.stream(Reason.values()).map(one -> Texts.in(Language.KO).say("why." + one)))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_digest_that_was_published_before_is_explained() {
    visit.type("/subscribe 08:00");
    Answer why = visit.type("/why");

    assertThat(why.outcome()).isEqualTo(Outcome.NOTHING);
    assertThat(text(why)).contains("2월 12일 목요일 브리핑: 보내지 않았어요. 구독하기 전에 올라온 브리핑이에요.");
  }

  @Test
  void a_digest_that_is_still_to_come_is_explained_by_what_it_waits_for() {
    visit.now = EIGHT.minusSeconds(3600);
    visit.type("/subscribe 10:00");
    visit.now = EIGHT.plusSeconds(60);

    assertThat(text(visit.type("/why"))).contains("보낼 때를 기다리고 있어요.");
  }

  @Test
  void a_day_without_a_digest_and_one_that_is_none() {
    visit.type("/subscribe 08:00");
    visit.archive.add(Written.digest("2026-02-14-news", "ko"));

    assertThat(text(visit.type("/why 어제"))).contains("그날의 브리핑은 없어요.");
    assertThat(text(visit.type("/why 2026-02-14"))).contains("그날의 브리핑은 없어요.");
    assertThat(visit.type("/why blah").outcome()).isEqualTo(Outcome.NOT_UNDERSTOOD);
  }
}
