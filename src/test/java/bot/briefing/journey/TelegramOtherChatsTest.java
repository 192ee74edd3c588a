package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.sandbox.telegram.People;
import bot.briefing.sandbox.telegram.Person;
import bot.briefing.sandbox.telegram.Standing;
import bot.briefing.store.UnusableDatabaseException;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ordering on Telegram for a channel or a group from the private chat, and copying to one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
final class TelegramOtherChatsTest {
  private final TelegramScene scene = new TelegramScene();
  private final People people = scene.telegram().people();
  private final Orderly orderly;
  private int names;

  TelegramOtherChatsTest(@TempDir Path folder) throws UnusableDatabaseException {
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

  private Optional<Subscription> order(long chat) {
    return orderly.find(new Chat(Platform.TELEGRAM, Long.toString(chat), null));
  }

  /** A public channel with the bot as an administrator; the name after the at sign. */
  private String named(long channel) {
    String name = "daily_news_" + ++names;
    people.name(channel, name);
    return name;
  }

  private Reader alone(Person person) {
    return scene.at(person, person.id());
  }

  private static Optional<JsonNode> key(Seen seen, String words) {
    return StreamSupport.stream(seen.wire().at("/reply_markup/keyboard").spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(button -> button.path("text").asText().contains(words))
        .findFirst();
  }

  private Seen choose(Reader reader, Person person, Seen keyboard, String words, long chat) {
    String button = key(keyboard, words).orElseThrow().path("text").asText();
    return settled(
        reader,
        () ->
            people.press(
                person,
                person.id(),
                keyboard.wire().path("message_id").asInt(),
                button,
                Long.toString(chat)));
  }

  /** What stands last once both words have come: that the keyboard goes, and the answer. */
  private static Seen settled(Reader reader, Runnable done) {
    int before = reader.screen().size();
    done.run();
    await().until(() -> reader.screen().size() == before + 2);
    return reader.screen().getLast();
  }

  private boolean isTakenAway(Person person) {
    return keyboard(person).filter(one -> one.path("remove_keyboard").asBoolean()).isPresent();
  }

  private Optional<JsonNode> keyboard(Person person) {
    List<JsonNode> sent =
        scene.book().entries().stream()
            .filter(entry -> entry.method().equals("sendMessage"))
            .map(entry -> entry.body())
            .filter(body -> body.path("chat_id").asText().equals(Long.toString(person.id())))
            .map(body -> body.path("reply_markup"))
            .filter(markup -> markup.has("keyboard") || markup.has("remove_keyboard"))
            .toList();
    return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
  }

  @Test
  void a_channels_administrator_orders_for_it_by_its_name_and_changes_it_by_buttons() {
    Person person = scene.person(Language.EN);
    long channel = people.channel("Morning paper", person);
    String name = named(channel);
    Reader reader = alone(person);

    Seen begun = reader.ask("/subscribe @" + name + " 08:00 Seoul");
    assertThat(begun.text())
        .contains("About Morning paper (@" + name + ")", "Every day at 08:00 (Seoul)");
    assertThat(order(channel)).isPresent();
    assertThat(order(person.id())).isEmpty();

    Seen menu = reader.press(begun, "Layout");
    assertThat(menu.id()).isEqualTo(begun.id());
    assertThat(reader.press(menu, "Headlines").text())
        .contains("About Morning paper", "Layout: headlines");
    assertThat(reader.ask("/status @" + name).text()).contains("Every day at 08:00");
    assertThat(reader.ask("/why @" + name + " 2026-02-12").text()).contains("About Morning paper");
    assertThat(reader.ask("/pause @" + name + " a week").text()).contains("paused");
    assertThat(reader.ask("/test @" + name).text()).contains("on its way");
    assertThat(reader.ask("/settings @" + name).text()).contains("Layout: headlines");
    assertThat(reader.ask("/unsubscribe @" + name).text()).contains("has ended");
    assertThat(order(channel)).isEmpty();
  }

  @Test
  void each_tap_is_checked_again() {
    Person person = scene.person(Language.EN);
    Person owner = scene.person(Language.EN);
    long channel = people.channel("News", owner);
    people.join(person, channel, Standing.ADMINISTRATOR);
    Reader reader = alone(person);
    Seen begun = reader.ask("/subscribe @" + named(channel));

    people.join(person, channel, Standing.SILENT_ADMINISTRATOR);
    assertThat(reader.press(begun, "Send a test").text()).contains("Only who manages News");
    people.join(person, channel, Standing.ADMINISTRATOR);
    assertThat(reader.press(begun, "Send a test").text()).contains("The test is on its way");
    people.stand(owner, channel, Standing.SILENT_ADMINISTRATOR);
    assertThat(reader.ask("/test " + channel).text()).contains("I may not post in News");
    assertThat(reader.ask("/subscribe " + channel).text()).contains("Give me the right to post");
    assertThat(reader.ask("/status " + channel).text()).contains("About News", "Every day");
    assertThat(reader.ask("/unsubscribe " + channel).text()).contains("has ended");
  }

  @Test
  void who_may_not_is_told_what_to_do() {
    Person owner = scene.person(Language.EN);
    Person stranger = scene.person(Language.EN);
    long channel = people.channel("News", owner);
    String name = named(channel);
    Reader reader = alone(stranger);

    assertThat(reader.ask("/subscribe @nobody_has_this").text())
        .contains("can’t find @nobody_has_this", "Check how it is written");
    assertThat(reader.ask("/subscribe @" + name).text())
        .contains("Only who manages News", "the right to post messages");
    long secret = people.channel("Secret plans", owner);
    assertThat(reader.ask("/subscribe " + secret).text())
        .contains("Only who manages " + secret)
        .doesNotContain("Secret plans");
    people.join(stranger, channel, Standing.SILENT_ADMINISTRATOR);
    assertThat(reader.ask("/subscribe @" + name).text()).contains("Only who manages News");
    people.stand(owner, channel, Standing.LEFT);
    assertThat(alone(owner).ask("/subscribe @" + name).text())
        .contains("I am not in News yet", "as an administrator with the right to post");
    people.stand(owner, channel, Standing.KICKED);
    assertThat(alone(owner).ask("/subscribe @" + name).text()).contains("I am not in");
    assertThat(order(channel)).isEmpty();
  }

  @Test
  void a_channel_is_chosen_by_a_button_and_the_keyboard_goes_again() {
    Person person = scene.person(Language.KO);
    long channel = people.channel("아침 신문", person);
    people.stand(person, channel, Standing.LEFT);
    Reader reader = alone(person);

    Seen chats = reader.press(reader.ask("/start"), "채널이나 그룹에 보내기");
    JsonNode asked = key(chats, "채널 고르기").orElseThrow().path("request_chat");
    assertThat(asked.path("chat_is_channel").asBoolean()).isTrue();
    Seen begun = choose(reader, person, chats, "채널 고르기", channel);

    assertThat(begun.text()).contains("아침 신문 채팅", "구독을 시작했어요");
    assertThat(order(channel)).isPresent();
    await().until(() -> isTakenAway(person));
    assertThat(reader.press(reader.press(begun, "시각"), "12:00").text()).contains("매일 12:00");
    assertThat(order(channel).orElseThrow().schedule().times()).hasSize(1);
    assertThat(reader.press(begun, "시각").text()).contains("/subscribe " + channel + " 06:30");
  }

  @Test
  void whoever_leaves_the_keyboard_changes_nothing() {
    Person person = scene.person(Language.EN);
    Reader reader = alone(person);
    Seen chats = reader.press(reader.ask("/start"), "For a channel or group");
    Seen left = reader.ask(key(chats, "Cancel").orElseThrow().path("text").asText());

    assertThat(left.text()).contains("Nothing was changed");
    await().until(() -> isTakenAway(person));
  }

  @Test
  void a_chosen_group_is_refused_to_who_is_no_administrator_any_more() {
    Person person = scene.person(Language.EN);
    Person owner = scene.person(Language.EN);
    long group = people.supergroup("Friends", owner);
    people.join(person, group, Standing.ADMINISTRATOR);
    Reader reader = alone(person);
    Seen chats = reader.press(reader.ask("/start"), "For a channel or group");
    people.join(person, group, Standing.ADMINISTRATOR);
    Seen begun = choose(reader, person, chats, "Choose a group", group);
    assertThat(begun.text()).contains("About Friends", "You are subscribed");

    people.join(person, group, Standing.MEMBER);
    assertThat(reader.press(begun, "Send a test").text()).contains("Only who manages Friends");
  }

  @Test
  void the_subscriptions_of_a_private_chat_are_copied_to_a_chosen_channel() {
    Person person = scene.person(Language.EN);
    long channel = people.channel("Paper", person);
    Reader reader = alone(person);
    reader.ask("/subscribe 08:00 Seoul");
    reader.ask("/subscribe name:evening 18:00 Seoul topic:regulation");
    Seen chats = reader.ask("/copy");
    Seen copied = choose(reader, person, chats, "Choose a channel", channel);

    assertThat(copied.text())
        .contains("Copied to Paper", "New: default: Every day at 08:00", "New: evening: Every day");
    assertThat(orderly.all(new Chat(Platform.TELEGRAM, Long.toString(channel), null))).hasSize(2);
    assertThat(reader.press(copied, "Subscription there").text())
        .contains("About Paper", "evening: Every day at 18:00");
  }

  @Test
  void a_group_is_copied_by_who_manages_both() {
    Person person = scene.person(Language.EN);
    Person owner = scene.person(Language.EN);
    long group = people.supergroup("Friends", owner);
    people.join(person, group, Standing.ADMINISTRATOR);
    long channel = people.channel("Paper", owner);
    String name = named(channel);
    scene.at(owner, group).ask("/subscribe 08:00 Seoul");

    assertThat(scene.at(person, group).ask("/copy @" + name).text())
        .contains("Only who manages Paper");
    assertThat(order(channel)).isEmpty();
    people.join(person, channel, Standing.ADMINISTRATOR);
    people.join(person, group, Standing.MEMBER);
    assertThat(scene.at(person, group).ask("/copy @" + name).text())
        .contains("Only who manages this chat");
    assertThat(order(channel)).isEmpty();
    assertThat(scene.at(owner, group).ask("/copy @" + name).text()).contains("Copied to Paper");
    assertThat(order(channel)).isPresent();
    assertThat(scene.at(owner, group).ask("/subscribe @" + name + " 09:00").text())
        .contains("Not here, where others read along");
    people.sayAnonymously(owner, group, "/copy @" + name);
    await().until(() -> says(scene.at(owner, group), "누구신지 알 수 없어요"));
  }

  private static boolean says(Reader reader, String words) {
    return reader.screen().stream().anyMatch(seen -> seen.text().contains(words));
  }

  @Test
  void one_channel_is_copied_to_another_by_their_names() {
    Person person = scene.person(Language.EN);
    Person owner = scene.person(Language.EN);
    long from = people.channel("Old paper", person);
    long to = people.channel("New paper", owner);
    String names = "@" + named(from) + " @" + named(to);
    Reader reader = alone(person);
    reader.ask("/subscribe " + from + " 08:00 Seoul");

    assertThat(reader.ask("/copy " + names).text()).contains("Only who manages New paper");
    assertThat(order(to)).isEmpty();
    people.join(person, to, Standing.ADMINISTRATOR);
    assertThat(reader.ask("/copy " + names).text())
        .contains("About Old paper", "Copied to New paper", "New: default: Every day at 08:00");
    assertThat(order(to)).isPresent();
    assertThat(order(person.id())).isEmpty();
    people.join(person, from, Standing.MEMBER);
    assertThat(reader.ask("/copy " + names).text()).contains("Only who manages Old paper");
  }

  @Test
  void a_zone_of_several_is_one_tap() {
    Person person = scene.person(Language.EN);
    Reader reader = alone(person);
    Seen which = reader.ask("/subscribe 08:00 CST weekdays silent");
    assertThat(order(person.id())).isEmpty();

    assertThat(reader.press(which, "Chicago").text())
        .contains("Weekdays at 08:00 (Chicago)", "Without a sound");
    assertThat(order(person.id())).isPresent();
  }
}
