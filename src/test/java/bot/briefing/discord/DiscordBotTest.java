package bot.briefing.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import bot.briefing.chat.Bot;
import bot.briefing.chat.ChatEvents;
import bot.briefing.sandbox.DiscordSpecification;
import bot.briefing.sandbox.discord.LoopbackDiscord;
import bot.briefing.sandbox.discord.Visitor;
import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import bot.briefing.sandbox.wire.Book;
import bot.briefing.sandbox.wire.Specification;
import bot.briefing.text.Language;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The bot on a real client against the loopback Discord. */
@Timeout(60)
class DiscordBotTest {
  private static final String REGISTER = "PUT /applications/{application_id}/commands";
  private static final String CALLBACK =
      "POST /interactions/{interaction_id}/{interaction_token}/callback";

  /** JDA reads an interaction's age from its id, so time begins at the machine's. */
  private final AtomicReference<Duration> late = new AtomicReference<>(Duration.ZERO);

  private final InstantSource clock = () -> now();
  private final SmallNewsroom newsroom = new SmallNewsroom();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");

  private final LoopbackDiscord discord = new LoopbackDiscord(0, clock, this::violations);
  private DiscordBot bot = start(token());

  /** Whether the platform dislikes pictures. */
  private volatile boolean strict;

  private Instant now() {
    return InstantSource.system().instant().plus(late.get());
  }

  private List<String> violations(String method, JsonNode body) {
    Specification official = DiscordSpecification.find();
    return strict && body.toString().contains("\"media\"")
        ? List.of("data.components[0]: no pictures today")
        : official.violations(method, body);
  }

  @BeforeEach
  void connected() {
    log.start();
    root.addAppender(log);
    assertThat(bot.ready().orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("briefing");
    assertThat(count(REGISTER)).isEqualTo(1);
  }

  @AfterEach
  void end() {
    bot.close();
    discord.close();
    root.detachAppender(log);
    assertThat(log.list.toString()).doesNotContain(token());
  }

  private String token() {
    return discord.coordinates().path("token").asText();
  }

  private DiscordBot start(String token) {
    URI api = URI.create(discord.coordinates().path("api").asText());
    return DiscordBot.start(token, Optional.of(api), newsroom, Language.KO, ChatEvents.NONE, clock);
  }

  private long count(String method) {
    return discord.book().entries().stream().filter(entry -> entry.method().equals(method)).count();
  }

  private List<Book.Entry> refusals() {
    return discord.book().entries().stream().filter(entry -> entry.status() >= 400).toList();
  }

  private static String button(ObjectNode message) {
    return message.path("id").asText();
  }

  @Test
  void commands_are_registered_only_where_they_have_changed() {
    bot.close();
    bot = start(token());
    bot.ready().join();
    Eyes eyes = Eyes.of(discord.page());
    discord.say("/주제 규제");

    assertThat(Eyes.isEphemeral(eyes.see("sent", "topic 규제 in KO"))).isFalse();
    await()
        .until(
            () ->
                discord.book().entries().stream()
                        .filter(
                            entry ->
                                entry
                                    .method()
                                    .endsWith("GET /applications/{application_id}/commands"))
                        .count()
                    == 2);
    assertThat(count(REGISTER)).isEqualTo(1);
  }

  @Test
  void an_answer_in_a_channel_is_public_and_its_buttons_answer_the_one_who_presses() {
    Visitor ann = discord.visitor("Ann", "en-US");
    Visitor bob = discord.visitor("Bob", "ko");
    Eyes anns = Eyes.of(ann);
    Eyes bobs = Eyes.of(bob);
    ann.say("/topic regulation");
    ObjectNode answer = bobs.see("sent", "topic regulation in EN");
    bob.press(button(answer), "1t~2");

    ObjectNode own = bobs.see("sent", "pressed 1t in KO");
    assertThat(Eyes.isEphemeral(own)).isTrue();
    bob.press(button(own), "1t");
    bobs.see("edited", "pressed 1t in KO");
    assertThat(anns.saw(event -> event.message().toString().contains("pressed"))).isFalse();
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_private_answer_and_one_where_the_bot_is_no_member_are_the_askers_alone() {
    Visitor ann = discord.visitor("Ann", "en-US");
    Eyes anns = Eyes.of(ann);
    ann.say("/today private:true");
    assertThat(Eyes.isEphemeral(anns.see("sent", "today"))).isTrue();

    Visitor away = discord.visitor("Finn", "fr").elsewhere();
    Eyes eyes = Eyes.of(away);
    away.say("/today");
    assertThat(Eyes.isEphemeral(eyes.see("sent", "today  in KO"))).isTrue();
    assertThat(refusals()).isEmpty();
  }

  @Test
  void in_a_direct_chat_an_answer_is_turned_in_place() {
    Visitor eva = discord.visitor("Eva", "en-US").inDirectMessages();
    Eyes eyes = Eyes.of(eva);
    eva.say("/source fujitsu");
    ObjectNode answer = eyes.see("sent", "source fujitsu");
    assertThat(Eyes.isEphemeral(answer)).isFalse();
    eva.press(button(answer), "1t");

    assertThat(button(eyes.see("edited", "pressed 1t"))).isEqualTo(button(answer));
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_slow_newsroom_is_announced_and_followed_up_by_an_edit() {
    CountDownLatch ready = new CountDownLatch(1);
    newsroom.before = () -> hold(ready);
    Eyes eyes = Eyes.of(discord.page());
    discord.say("/today");

    ObjectNode thinking = eyes.see("sent", "\"id\"");
    // The book is written after the answer to the request, which comes after what people see.
    await().until(() -> count(CALLBACK) == 1);
    ready.countDown();
    assertThat(button(eyes.see("edited", "today"))).isEqualTo(button(thinking));
    assertThat(refusals()).isEmpty();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void suggestions_come_while_typing_and_none_where_the_newsroom_fails() {
    assertThat(discord.page().autocomplete("주제", "주제", "reg").join().toString())
        .contains("\"topic reg\"", "…");
    newsroom.before =
        () -> {
          throw new IllegalStateException("no suggestions");
        };
    assertThat(discord.page().autocomplete("주제", "주제", "reg").join()).isEmpty();
    assertThat(refusals()).isEmpty();
  }

  @Test
  void a_failing_newsroom_is_regretted_to_the_asker_and_the_next_command_works() {
    isRegretted(
        () -> {
          throw new IllegalStateException("broken " + token());
        });
  }

  @Test
  void so_is_one_that_fails_with_an_error() {
    isRegretted(
        () -> {
          throw new NoClassDefFoundError("broken " + token());
        });
  }

  private void isRegretted(Runnable failing) {
    newsroom.before = failing;
    Visitor ann = discord.visitor("Ann", "en-US");
    Eyes eyes = Eyes.of(ann);
    ann.say("/today");
    assertThat(Eyes.isEphemeral(eyes.see("sent", "Something went wrong"))).isTrue();

    newsroom.before = () -> {};
    ann.say("/topics");
    assertThat(Eyes.isEphemeral(eyes.see("sent", "topics"))).isFalse();
    assertThat(log.list.toString()).contains("finding an answer");
  }

  @Test
  void what_discord_refuses_is_sent_once_more_in_plain_words() {
    strict = true;
    Eyes eyes = Eyes.of(discord.page());
    discord.say("/topic picture");

    assertThat(eyes.see("sent", "topic picture").toString()).doesNotContain("\"media\"");
    assertThat(refusals()).hasSize(1);
  }

  @Test
  void an_answer_that_comes_too_late_is_logged_once_and_the_next_one_works() {
    newsroom.before = () -> late.updateAndGet(by -> by.plusSeconds(4));
    discord.say("/today");
    await().until(() -> refusals().size() == 1);
    discord.say("/today");
    await().until(() -> refusals().size() == 2);
    newsroom.before = () -> {};
    Eyes eyes = Eyes.of(discord.page());
    discord.say("/help");

    eyes.see("sent", "help");
    assertThat(log.list.stream().filter(line -> line.getFormattedMessage().contains("10062")))
        .hasSize(1);
  }

  @Test
  void a_missing_permission_is_told_from_an_unknown_interaction_and_each_once() {
    refuse(50013, "Missing Permissions");
    refuse(50013, "Missing Permissions");
    refuse(10062, "Unknown interaction");
    refuse(10062, "Unknown interaction");

    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
        .filteredOn(line -> line.contains("answering in /today"))
        .satisfiesExactly(
            line -> assertThat(line).contains("a permission is missing (50013)"),
            line -> assertThat(line).contains("the interaction is unknown (10062)"));
  }

  private void refuse(int code, String message) {
    Effect refusal = new Effect.Failure(403, code, message, false, false);
    discord.backstage().faults().add(Fault.of(refusal).on(CALLBACK).times(1));
    int before = refusals().size();
    discord.say("/today");
    await().until(() -> refusals().size() == before + 1);
    Eyes eyes = Eyes.of(discord.page());
    discord.say("/help");
    eyes.see("sent", "help");
  }

  @Test
  void a_lost_connection_is_taken_up_again() {
    Eyes eyes = Eyes.of(discord.page());
    discord.cutLines();
    discord.say("/today");
    eyes.see("sent", "today");
  }

  @Test
  void a_refused_token_is_told_at_once_and_never_printed() {
    String wrong = "wrong-token-of-somebody";
    try (DiscordBot other = start(wrong)) {
      assertThat(other.ended().orTimeout(10, TimeUnit.SECONDS).join())
          .isEqualTo(Bot.End.TOKEN_REFUSED);
      assertThat(other.ready()).isCompletedExceptionally();
    }
    assertThat(log.list.toString()).contains("refused the token").doesNotContain(wrong);
  }

  @Test
  void where_nobody_listens_the_bot_keeps_trying_and_still_ends_at_once() {
    try (DiscordBot alone =
        DiscordBot.start(
            "token",
            Optional.of(URI.create("http://127.0.0.1:1/api/v10")),
            newsroom,
            Language.KO,
            ChatEvents.NONE,
            clock)) {
      await().until(() -> log.list.toString().contains("cannot be reached (ConnectException: "));
      assertThat(alone.ready()).isNotDone();
      assertTimeout(Duration.ofSeconds(2), alone::close);
    }
  }

  @Test
  void the_bot_leaves_within_two_seconds() {
    assertTimeout(Duration.ofSeconds(2), bot::close);
  }

  @Test
  void what_is_asked_while_the_bot_leaves_breaks_nothing() throws InterruptedException {
    Thread crowd =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int asked = 0; asked < 80; asked++) {
                    discord.say("/today");
                  }
                });
    await().until(() -> count(CALLBACK) > 5);
    bot.close();
    crowd.join();

    // A request that is under way when the connection ends is told by another logger.
    assertThat(log.list.stream().filter(line -> line.getLevel().equals(Level.ERROR)))
        .filteredOn(line -> !line.getLoggerName().endsWith(".Requester"))
        .isEmpty();
  }
}
