package bot.briefing.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Action;
import bot.briefing.chat.Asker.Place;
import bot.briefing.command.Command;
import bot.briefing.command.Verb;
import bot.briefing.text.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.objects.Update;

/** What the bot takes for itself, and what it leaves alone. */
final class ReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANN =
      "'from':{'id':7,'is_bot':false,'first_name':'Ann','language_code':'en-GB'}";

  private final Reader reader = new Reader("Briefing_Bot", Language.KO);

  @ParameterizedTest
  @ValueSource(
      strings = {"/topic chips", "/topic@briefing_bot chips", "/TOPIC@BRIEFING_BOT\\nchips"})
  void a_command_is_understood_with_and_without_the_bots_name(String text) {
    assertThat(command(message("supergroup", text, ANN)))
        .contains(new Command.Ask(Verb.TOPIC, "chips"));
    assertThat(command(message("private", text, ANN)))
        .contains(new Command.Ask(Verb.TOPIC, "chips"));
  }

  @ParameterizedTest
  @CsvSource({
    "supergroup, /today@other_bot",
    "private, /today@other_bot",
    "supergroup, /weather",
    "channel, /weather",
    "supergroup, today",
    "channel, today"
  })
  void what_is_meant_for_others_is_left_alone(String type, String text) {
    assertThat(command(message(type, text, ANN))).isEmpty();
  }

  @Test
  void an_unknown_command_is_answered_where_the_bot_is_meant() {
    assertThat(command(message("supergroup", "/weather@briefing_bot", ANN)))
        .get()
        .isInstanceOf(Command.Unknown.class);
    assertThat(command(message("private", "/weather", ANN)))
        .get()
        .isInstanceOf(Command.Unknown.class);
  }

  @Test
  void plain_words_and_deep_links_are_understood_in_a_private_chat() {
    assertThat(command(message("private", " 규제 ", ANN))).contains(new Command.Words("규제"));
    assertThat(command(message("private", "/start", ANN))).contains(new Command.Start());
    assertThat(command(message("private", "/start 1t", ANN)))
        .contains(new Command.Press(new Action.Today()));
    assertThat(command(message("private", "/start junk", ANN))).contains(new Command.Worn());
  }

  @Test
  void edited_messages_captions_other_bots_and_a_channels_copies_are_passed_over() {
    String bot = "'from':{'id':8,'is_bot':true,'first_name':'B'}";
    String copy = bot + ",'sender_chat':{'id':-5,'type':'channel'},'is_automatic_forward':true";
    String whole = message("private", "/today", ANN);

    assertThat(command(whole.replace("'message':", "'edited_message':"))).isEmpty();
    assertThat(command(whole.replace("'text':", "'caption':"))).isEmpty();
    assertThat(command(message("supergroup", "/today", bot))).isEmpty();
    assertThat(command(message("supergroup", "/today", copy))).isEmpty();
  }

  @Test
  void who_speaks_for_the_group_is_answered_though_shown_as_a_bot() {
    String anonymous =
        "'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},"
            + "'sender_chat':{'id':-3,'type':'supergroup'}";

    assertThat(command(message("supergroup", "/today", anonymous))).isPresent();
  }

  @Test
  void a_channel_is_answered_in_the_channel_in_the_default_language() {
    String post =
        message("channel", "/today", "'author_signature':'x'")
            .replace("'message':", "'channel_post':");

    Incoming said = read(post).orElseThrow();

    assertThat(said.asker().place()).isEqualTo(Place.CHANNEL);
    assertThat(said.asker().language()).isEqualTo(Language.KO);
    assertThat(said.target()).isEqualTo(new Target("-3", null, null));
  }

  @Test
  void a_forum_is_answered_in_its_topic_and_a_mere_thread_in_the_group() {
    String topic = message("supergroup", "/today", ANN + ",'message_thread_id':9");

    assertThat(read(topic).orElseThrow().target()).isEqualTo(new Target("-3", null, 5));
    assertThat(read(topic.replace("'date'", "'is_topic_message':true,'date'")).orElseThrow())
        .satisfies(said -> assertThat(said.target()).isEqualTo(new Target("-3", 9, 5)))
        .satisfies(said -> assertThat(said.asker().chat().thread()).isEqualTo("9"));
  }

  @Test
  void the_readers_language_is_telegrams() {
    assertThat(read(message("private", "/today", ANN)).orElseThrow().asker().language())
        .isEqualTo(Language.EN);
    assertThat(
            read(message("private", "/today", ANN.replace("en-GB", "fr")))
                .orElseThrow()
                .asker()
                .language())
        .isEqualTo(Language.KO);
  }

  @Test
  void a_button_edits_its_message_and_one_under_a_lost_message_sends_a_new_one() {
    assertThat(read(query("private", 1_770_886_800)))
        .get()
        .isInstanceOfSatisfying(
            Incoming.Pressed.class,
            pressed -> {
              assertThat(pressed.command()).isEqualTo(new Command.Press(new Action.Today()));
              assertThat(pressed.message()).isEqualTo(5);
            });
    assertThat(read(query("private", 0)))
        .get()
        .isInstanceOfSatisfying(
            Incoming.Pressed.class, pressed -> assertThat(pressed.message()).isNull());
  }

  @Test
  void a_button_under_a_message_that_others_read_opens_the_private_chat() {
    String query = query("supergroup", 1_770_886_800);

    assertThat(read(query)).isEmpty();
    assertThat(reader.acknowledge(update(query).getCallbackQuery()).getUrl())
        .isEqualTo("https://t.me/Briefing_Bot?start=1t");
  }

  private Optional<Command> command(String json) {
    return read(json).map(Incoming::command);
  }

  private Optional<Incoming> read(String json) {
    return reader.read(update(json));
  }

  private static Update update(String json) {
    try {
      return JSON.readValue(json.replace('\'', '"'), Update.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  private static String message(String type, String text, String more) {
    return "{'update_id':1,'message':{'message_id':5,'date':1770886800,"
        + ("'chat':{'id':-3,'type':'" + type + "'},'text':'" + text + "'," + more + "}}");
  }

  private static String query(String type, int date) {
    return "{'update_id':1,'callback_query':{'id':'q','chat_instance':'c','data':'1t',"
        + (ANN + ",'message':{'message_id':5,'date':" + date)
        + (",'chat':{'id':-3,'type':'" + type + "'}}}}");
  }
}
