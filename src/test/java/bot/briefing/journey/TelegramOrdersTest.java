package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may order what, and where, on Telegram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class TelegramOrdersTest {
  private final TelegramScene scene = new TelegramScene();
  private final Orderly orderly;

  TelegramOrdersTest(@TempDir Path folder) throws UnusableDatabaseException {
    orderly = new Orderly(folder);
  }

  @BeforeAll
  void open() {
    scene.serve(orderly.newsroom);
  }

  @AfterAll
  void close() {
    scene.close();
    orderly.close();
  }

  private static Chat chat(long id, @Nullable String thread) {
    return new Chat(Platform.TELEGRAM, Long.toString(id), thread);
  }

  private Person member(long group) {
    Person member = scene.person(Language.EN);
    scene.telegram().people().join(member, group, Standing.MEMBER);
    return member;
  }

  private Optional<JsonNode> alert() {
    return scene.book().entries().stream()
        .filter(entry -> entry.method().equals("answerCallbackQuery"))
        .map(Book.Entry::body)
        .filter(body -> body.path("show_alert").asBoolean())
        .reduce((_, last) -> last);
  }

  @Test
  void alone_with_the_bot_anybody_orders_and_turns_the_answer() {
    Person person = scene.person(Language.KO);
    Reader reader = scene.at(person, person.id());

    Seen begun = reader.ask("/subscribe 08:00 서울");
    assertThat(begun.text()).contains("구독을 시작했어요", "매일 08:00(서울), 다음 발송 2월 13일 금요일");
    Seen menu = reader.press(begun, "시각");
    assertThat(menu.id()).isEqualTo(begun.id());
    assertThat(reader.press(menu, "12:00").text()).contains("매일 12:00(서울)");
    assertThat(orderly.find(chat(person.id(), null)).orElseThrow().schedule().times())
        .containsExactly(LocalTime.of(12, 0));
  }

  @Test
  void in_a_group_only_an_administrator_orders() {
    Person owner = scene.person(Language.EN);
    long group = scene.telegram().people().supergroup("News", owner);

    assertThat(scene.at(member(group), group).ask("/subscribe 08:00").text())
        .contains("Only who manages this chat");
    assertThat(orderly.find(chat(group, null))).isEmpty();
    assertThat(scene.at(owner, group).ask("/subscribe 08:00").text())
        .contains("Every day at 08:00");
    assertThat(orderly.find(chat(group, null))).isPresent();
  }

  @Test
  void a_tap_in_a_group_is_checked_at_each_use_and_stays_there() {
    Person owner = scene.person(Language.EN);
    long group = scene.telegram().people().supergroup("News", owner);
    Person member = member(group);
    Reader admin = scene.at(owner, group);
    Seen begun = admin.ask("/subscribe 08:00");

    Seen.Knob layout = begun.expect("Layout");
    scene.telegram().people().press(member, group, message(begun), layout.button());
    await().until(() -> alert().isPresent());
    assertThat(alert().orElseThrow().path("text").asText()).contains("Only who manages this chat");
    assertThat(admin.screen()).contains(begun);

    Seen menu = admin.press(begun, "Layout");
    assertThat(menu.id()).isEqualTo(begun.id());
    assertThat(admin.press(menu, "Headlines").text()).contains("Layout: headlines");

    scene.telegram().people().join(owner, group, Standing.MEMBER);
    Seen last = admin.screen().getLast();
    assertThat(scene.at(owner, group).ask("/unsubscribe").text()).contains("Only who manages");
    assertThat(last.text()).contains("headlines");
    assertThat(orderly.find(chat(group, null))).isPresent();
  }

  private static int message(Seen seen) {
    return seen.wire().path("message_id").asInt();
  }

  @Test
  void an_anonymous_administrator_is_one() {
    Person owner = scene.person(Language.KO);
    long group = scene.telegram().people().supergroup("News", owner);

    scene.telegram().people().sayAnonymously(owner, group, "/subscribe");
    await().until(() -> orderly.find(chat(group, null)).isPresent());
  }

  @Test
  void a_post_in_a_channel_orders_for_the_channel() {
    Person owner = scene.person(Language.KO);
    long channel = scene.telegram().people().channel("News", owner);

    scene.telegram().people().say(owner, channel, "/subscribe 09:00");
    await().until(() -> orderly.find(chat(channel, null)).isPresent());
  }

  @Test
  void a_topic_of_a_forum_orders_for_itself() {
    Person owner = scene.person(Language.KO);
    long forum = scene.telegram().people().forum("News", owner);
    int topic = scene.telegram().people().topic(owner, forum, "AI");
    Reader reader = scene.at(owner, forum);

    reader.after(() -> scene.telegram().people().sayInTopic(owner, forum, topic, "/subscribe"));
    assertThat(orderly.find(chat(forum, Integer.toString(topic)))).isPresent();
    assertThat(orderly.find(chat(forum, null))).isEmpty();
  }

  @Test
  void several_are_ordered_in_a_line_changed_by_buttons_and_ended_one_by_one() {
    Person person = scene.person(Language.EN);
    Reader reader = scene.at(person, person.id());
    Chat chat = chat(person.id(), null);

    reader.ask("/subscribe 08:00");
    assertThat(
            reader
                .ask(
                    "/subscribe name:evening 23:00 Seoul source:Fujitsu mute:\"stock"
                        + " market,crypto\" quiet:22:00-07:00 late:90m empty:note")
                .text())
        .contains(
            "Name: evening",
            "Sources: Fujitsu",
            "Muted words: crypto, stock market",
            "23:00 lies in the quiet hours, and comes at 07:00 instead.",
            "1 hour 30 minutes");
    Seen all = reader.ask("/settings");
    assertThat(all.text()).contains("default: Every day at 08:00", "evening: Every day at 23:00");
    Seen evening = reader.press(all, "evening");
    assertThat(reader.press(reader.press(evening, "More"), "Workdays, 9:00").text())
        .contains("Name: evening", "Weekdays at 09:00 (Seoul)");
    assertThat(reader.ask("/pause evening a week").text()).contains("Name: evening", "paused");
    assertThat(reader.ask("/unsubscribe night").text()).contains("no subscription “night”");

    Seen which = reader.ask("/unsubscribe");
    assertThat(reader.press(which, "evening").text()).contains("“evening” has ended");
    assertThat(orderly.all(chat)).extracting(Subscription::name).containsExactly("");
  }

  @Test
  void the_help_has_all_commands() {
    Seen help = scene.alone(Language.KO).ask("/help");
    assertThat(help.text()).contains("/subscribe 08:00 서울", "/privacy");
  }
}
