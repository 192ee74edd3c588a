package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.fault.Incident;
import bot.briefing.sandbox.fault.Incident.Kind;
import bot.briefing.sandbox.wire.Speaker;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six days of some chats: each reason of the closed set comes about as it does in life, and is told
 * in the chat that it concerns.
 */
@Timeout(240)
final class WhyTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final String SEND = "sendMessage";

  private static final int REFUSALS = 2;

  /** The pace over all chats lets the next one go after a thirtieth of a second. */
  private static final Duration MOMENT = Duration.ofMillis(35);

  /** An answer is debited: a push goes once that is paid. */
  private static final Duration PAID = Duration.ofSeconds(3);

  @TempDir private Path folder;
  private Serving serving;
  private final Set<Reason> told = EnumSet.noneOf(Reason.class);

  @BeforeEach
  void open() throws Exception {
    Path posts = Files.createDirectories(folder.resolve("content/_posts"));
    for (String file : List.of("topics.yml", "sources.yml")) {
      Files.copy(Typed.OWN_CONTENT.resolve(file), folder.resolve("content").resolve(file));
    }
    write(posts, "2026-02-11-wednesday", "2026-02-11 07:00:00");
    write(posts, "2026-02-12-thursday", "2026-02-12 07:30:00");
    write(posts, "2026-02-14-saturday", "2026-02-14 09:40:00");
    write(posts, "2026-02-14-saturday-more", "2026-02-14 15:00:00");
    write(posts, "2026-02-16-monday", "2026-02-16 20:00:00");
    serving =
        new Serving(
            folder.resolve("content"),
            folder.resolve("data"),
            instant("2026-02-11T12:00"),
            Map.of(Setting.AMBIGUOUS, "skip"));
  }

  @AfterEach
  void close() {
    serving.close();
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }

  private static void write(Path posts, String stem, String published) throws Exception {
    Files.writeString(
        posts.resolve(stem + ".md"),
        """
        ---
        title: "%s"
        lang: ko
        date: %s +0900
        ---
        ## 새 반도체가 나왔다

        [Example](https://example.com/%s) - 발행일: %s

        ### 요약
        - **성능**: 전보다 빠르다.
        """
            .formatted(stem, published, stem, published.substring(0, 10)));
  }

  private String chat(String... lines) {
    String chat = serving.settle("telegram", "private");
    for (String line : lines) {
      ask(chat, line);
    }
    return chat;
  }

  /** Says a line and waits for what comes of it; the newest message as JSON. */
  private String ask(String chat, String line) {
    int before = serving.messages("telegram", chat).size();
    serving.backstage("telegram").say(chat, Speaker.MEMBER, line);
    await(line)
        .atMost(Duration.ofSeconds(20))
        .until(() -> serving.messages("telegram", chat).size() >= before + 2);
    return serving.messages("telegram", chat).getLast();
  }

  /** Asks until the answer gives this reason. */
  private void tells(String chat, String line, Reason reason) {
    await(line + " → " + reason)
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              String answer = ask(chat, line);
              serving.clock.advance(PAID);
              return answer;
            },
            answer -> gives(answer, reason));
    told.add(reason);
  }

  private static boolean gives(String answer, Reason reason) {
    for (Language language : Language.values()) {
      if (answer.contains(Texts.in(language).say("why." + reason))) {
        return true;
      }
    }
    return false;
  }

  private void befall(String chat, Effect effect) {
    serving.backstage("telegram").faults().add(Fault.of(effect).on(SEND).in(chat).times(1));
  }

  /** A chat is asked in only when what was to befall it has befallen the push. */
  private void awaitFaults(String chat, int hits, Duration step) {
    await("faults of " + chat)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              serving.clock.advance(step);
              return serving.backstage("telegram").faults().list().stream()
                  .filter(one -> one.fault().chat().equals(chat))
                  .mapToInt(one -> one.hits())
                  .sum();
            },
            sum -> sum >= hits);
  }

  private void at(String local) {
    serving.clock.set(instant(local));
  }

  /** The operator's command line beside the running bot. */
  private Typed beside(String... line) {
    return Typed.in(
        Language.EN,
        Map.of(
            "DATA_DIR",
            folder.resolve("data").toString(),
            "CONTENT_DIR",
            folder.resolve("content").toString()),
        line);
  }

  @Test
  void each_reason_comes_about_and_is_told_in_the_chat() throws Exception {
    String soon = chat("/subscribe");
    String eight = chat("/subscribe 08:00");
    String lawyers = chat("/subscribe topic:regulation");
    String english = chat("/subscribe lang:en");
    String weekend = chat("/subscribe weekends");
    String paused = chat("/subscribe", "/pause");
    String nobody = chat();
    String blocked = chat("/subscribe");
    String away = chat("/subscribe 08:00");
    String limited = chat("/subscribe");
    String unlucky = chat("/subscribe");
    String refused = chat("/subscribe");
    String doubtful = chat("/subscribe");
    String slow = chat("/subscribe");
    String resting = chat("/subscribe 08:00", "/pause");
    String evening = chat("/subscribe 21:00");
    String sleepers = chat("/subscribe quiet:22:00-08:00");

    tells(soon, "/why 2026-02-11", Reason.BEFORE_SUBSCRIPTION);
    tells(soon, "/why 2026-01-01", Reason.NO_DIGEST);
    tells(nobody, "/why 2026-02-11", Reason.NOT_SUBSCRIBED);
    tells(soon, "/status", Reason.WAITS_FOR_DIGEST);

    serving.backstage("telegram").happen(Incident.of(Kind.BLOCKED, blocked));
    befall(limited, new Effect.RateLimit(Duration.ofMinutes(10), false));
    befall(unlucky, new Effect.Failure(502, 0, "", true, false));
    befall(doubtful, new Effect.Drop(true));
    befall(slow, new Effect.Latency(Duration.ofSeconds(6), false));
    // As it is, and in plain words.
    for (int i = 0; i < REFUSALS; i++) {
      befall(refused, new Effect.Failure(400, 0, "Bad Request: message is wrong", false, false));
    }
    at("2026-02-12T07:31");
    awaitFaults(slow, 1, MOMENT);
    tells(slow, "/why 2026-02-12", Reason.WAITS_FOR_TURN);
    awaitFaults(unlucky, 1, MOMENT);
    tells(unlucky, "/why 2026-02-12", Reason.PLATFORM_DOWN);
    awaitFaults(limited, 1, MOMENT);
    awaitFaults(doubtful, 1, MOMENT);
    awaitFaults(refused, REFUSALS, Duration.ofMillis(300));
    tells(soon, "/why 2026-02-12", Reason.ON_TIME);
    tells(eight, "/why 2026-02-12", Reason.WAITS_FOR_SLOT);
    tells(english, "/why 2026-02-12", Reason.WAITS_FOR_EDITION);
    tells(lawyers, "/why 2026-02-12", Reason.NO_TOPIC_MATCHED);
    tells(weekend, "/why 2026-02-12", Reason.NOT_ITS_DAY);
    tells(sleepers, "/why 2026-02-12", Reason.WAITS_FOR_QUIET_END);
    tells(paused, "/why 2026-02-12", Reason.PAUSED);
    tells(refused, "/why 2026-02-12", Reason.REFUSED);
    tells(doubtful, "/why 2026-02-12", Reason.IN_DOUBT);
    at("2026-02-12T07:42");
    tells(limited, "/why 2026-02-12", Reason.RATE_LIMITED);
    serving.backstage("telegram").happen(Incident.of(Kind.LET_IN, blocked));
    tells(blocked, "/why 2026-02-12", Reason.RESUMED);

    befall(away, new Effect.RateLimit(Duration.ofMinutes(10), false));
    at("2026-02-12T08:00");
    awaitFaults(away, 1, MOMENT);
    serving.backstage("telegram").happen(Incident.of(Kind.BLOCKED, away));
    serving.backstage("telegram").happen(Incident.of(Kind.LET_IN, away));
    // What was said after it is answered after it.
    ask(soon, "/status");
    at("2026-02-12T08:15");
    tells(away, "/why 2026-02-12", Reason.SUSPENDED);
    tells(eight, "/why 2026-02-12", Reason.ON_TIME);
    tells(english, "/why 2026-02-12", Reason.OTHER_EDITION);
    tells(sleepers, "/why 2026-02-12", Reason.QUIET_HOURS);
    at("2026-02-12T12:00");
    ask(resting, "/resume");
    at("2026-02-13T08:01");
    tells(eight, "/status", Reason.WAITS_FOR_DIGEST);
    at("2026-02-13T11:01");
    tells(resting, "/why 2026-02-12", Reason.GRACE_ENDED);

    at("2026-02-14T08:01");
    at("2026-02-14T09:41");
    tells(eight, "/why 2026-02-14", Reason.LATE_DIGEST);
    at("2026-02-14T15:01");
    tells(soon, "/why 2026-02-14", Reason.ON_TIME);
    assertThat(beside("resend", "--chat", soon, "--date", "2026-02-12").code()).isZero();
    tells(soon, "/why 2026-02-12", Reason.ASKED_FOR);

    assertThat(beside("push", "--dry-run", "--now", "2026-02-14T12:00:00Z").out())
        .contains(
            "telegram:" + evening + "  sends 2026-02-14:2026-02-14-saturday-more (ko): It came on",
            "telegram:" + paused + "  waits: The subscription was paused.",
            "telegram:" + eight + "  waits until 2026-02-14T23:00:00Z: It waits for its time.");

    serving.stop();
    at("2026-02-16T09:00");
    serving.start();
    tells(eight, "/why 2026-02-14", Reason.TOO_OLD);
    tells(evening, "/why 2026-02-14", Reason.SUPERSEDED);
    serving.stop();
    at("2026-02-16T21:30");
    serving.start();
    tells(soon, "/why 2026-02-16", Reason.BOT_WAS_DOWN);

    assertThat(beside("withdraw", "2026-02-16-monday").code()).isZero();
    tells(soon, "/why 2026-02-16", Reason.RETRACTED);
    Typed again = beside("resend", "--chat", soon, "--date", "2026-02-16");
    assertThat(again.code()).isEqualTo(ExitCode.NOTHING);
    assertThat(again.err()).contains("2026-02-16", "withdraw --undo");

    // What becomes of a file after its digest went, and what comes beside messages, have tests of
    // their own.
    assertThat(EnumSet.complementOf(EnumSet.copyOf(told)))
        .containsExactlyInAnyOrder(
            Reason.WITHDRAWN,
            Reason.FILE_MISSING,
            Reason.CORRECTED,
            Reason.CORRECTION_WAITS,
            Reason.NOT_EDITABLE,
            Reason.NOT_PINNED,
            Reason.STILL_PINNED,
            Reason.NO_THREAD,
            Reason.NOT_CROSSPOSTED,
            Reason.ROLE_NOT_CALLED);
  }
}
