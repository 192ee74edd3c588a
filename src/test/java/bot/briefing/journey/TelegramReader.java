package bot.briefing.journey;

import bot.briefing.sandbox.telegram.LoopbackTelegram;
import bot.briefing.sandbox.telegram.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A person with a Telegram app: in a chat, and in their private chat with the bot. */
final class TelegramReader extends Reader {
  private final LoopbackTelegram telegram;
  private final Person person;
  private final long chat;

  TelegramReader(LoopbackTelegram telegram, Person person, long chat) {
    this.telegram = telegram;
    this.person = person;
    this.chat = chat;
  }

  @Override
  void say(String line) {
    telegram.people().say(person, chat, line);
  }

  @Override
  void push(Seen under, Seen.Knob knob) {
    JsonNode message = under.wire();
    telegram
        .people()
        .press(
            person,
            message.at("/chat/id").asLong(),
            message.path("message_id").asInt(),
            knob.button());
  }

  @Override
  List<Seen> screen() {
    List<Seen> screen = new ArrayList<>();
    Set<Long> chats = new LinkedHashSet<>(List.of(chat, person.id()));
    for (long each : chats) {
      for (JsonNode message : telegram.people().messages(each)) {
        if (message.at("/from/is_bot").asBoolean()) {
          screen.add(seen(message));
        }
      }
    }
    return screen;
  }

  private static Seen seen(JsonNode message) {
    String text = message.path("text").asText();
    List<String> bold = new ArrayList<>();
    List<String> links = new ArrayList<>();
    List<Seen.Knob> knobs = new ArrayList<>();
    for (JsonNode entity : message.path("entities")) {
      int from = entity.path("offset").asInt();
      switch (entity.path("type").asText()) {
        case "bold" -> bold.add(text.substring(from, from + entity.path("length").asInt()));
        case "text_link" -> links.add(entity.path("url").asText());
        default -> {
          // Other looks are not asked for.
        }
      }
    }
    for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
      for (JsonNode one : row) {
        String button =
            one.has("callback_data")
                ? one.path("callback_data").asText()
                : one.path("url").asText();
        knobs.add(new Seen.Knob(one.path("text").asText(), button, ""));
      }
    }
    String id = message.at("/chat/id").asText() + ":" + message.path("message_id").asText();
    return new Seen(id, text, bold, links, knobs, message);
  }
}
