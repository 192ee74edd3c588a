package bot.briefing.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pins, and who may not pin. */
final class PinTest {
  private final Wire wire = new Wire();
  private final People people = wire.telegram.people();
  private final Person ann = people.settle(new Person(7, "Ann", "en"));

  @AfterEach
  void close() {
    wire.close();
  }

  private Wire.Answer call(String method, long chat, int message) {
    return wire.call(method, "{'chat_id':%d,'message_id':%d}".formatted(chat, message));
  }

  private int pinned(long chat) {
    return wire.call("getChat", "{'chat_id':%d}".formatted(chat))
        .result()
        .at("/pinned_message/message_id")
        .asInt();
  }

  private int say(long chat) {
    return wire.call("sendMessage", "{'chat_id':%d,'text':'hello'}".formatted(chat))
        .result()
        .path("message_id")
        .asInt();
  }

  private static void refused(Wire.Answer answer, String words) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("description").asText()).isEqualTo("Bad Request: " + words);
  }

  @Test
  void alone_with_a_person_the_bot_pins_what_it_likes_and_once() {
    int first = say(1);
    int second = say(1);
    assertThat(call("pinChatMessage", 1, first).result().asBoolean()).isTrue();
    assertThat(call("pinChatMessage", 1, second).result().asBoolean()).isTrue();
    assertThat(call("pinChatMessage", 1, second).result().asBoolean()).isTrue();
    assertThat(pinned(1)).isEqualTo(second);
    assertThat(people.messages(1).findValues("pinned_message")).hasSize(2);

    assertThat(call("unpinChatMessage", 1, second).result().asBoolean()).isTrue();
    assertThat(pinned(1)).isEqualTo(first);
    assertThat(wire.call("unpinChatMessage", "{'chat_id':1}").status()).isEqualTo(200);
    assertThat(pinned(1)).isZero();
    refused(wire.call("unpinChatMessage", "{'chat_id':1}"), "message to unpin not found");
  }

  @Test
  void in_a_group_only_an_administrator_pins() {
    long group = people.supergroup("News", ann);
    int message = say(group);
    String words = "not enough rights to manage pinned messages in the chat";
    refused(call("pinChatMessage", group, message), words);
    refused(call("unpinChatMessage", group, message), words);

    people.stand(ann, group, Standing.ADMINISTRATOR);
    assertThat(call("pinChatMessage", group, message).status()).isEqualTo(200);
    assertThat(pinned(group)).isEqualTo(message);
  }

  @Test
  void in_a_channel_it_takes_the_right_to_edit() {
    long channel = people.channel("News", ann);
    int message = say(channel);
    assertThat(call("pinChatMessage", channel, message).status()).isEqualTo(200);
    people.stand(ann, channel, Standing.SILENT_ADMINISTRATOR);
    refused(
        call("unpinChatMessage", channel, message),
        "not enough rights to manage pinned messages in the chat");
  }

  @Test
  void what_is_not_there_or_is_the_word_of_a_pin_is_not_pinned() {
    refused(call("pinChatMessage", 1, 999), "message to pin not found");
    refused(call("unpinChatMessage", 1, 999), "message to unpin not found");
    int message = say(1);
    assertThat(call("pinChatMessage", 1, message).status()).isEqualTo(200);
    refused(call("pinChatMessage", 1, message + 1), "message can't be pinned");
    assertThat(call("deleteMessage", 1, message).status()).isEqualTo(200);
    assertThat(pinned(1)).isZero();
  }

  @Test
  void where_the_bot_is_not_it_does_not_pin() {
    int message = say(1);
    people.block(people.person(1));
    assertThat(call("pinChatMessage", 1, message).body().path("description").asText())
        .isEqualTo("Forbidden: bot was blocked by the user");
  }
}
