package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Somebody who uses Telegram.
 *
 * @param id the person's id, which is also the id of their private chat with the bot
 * @param languageCode the language of their app as an IETF tag, as the wire says it
 */
public record Person(long id, String firstName, String languageCode) {
  /** Refuses an id that the platform gives to nobody. */
  public Person {
    if (id <= 0 || firstName.isBlank()) {
      throw new IllegalArgumentException("A person has a positive id and a name: " + id);
    }
  }

  ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("is_bot", false)
            .put("first_name", firstName);
    return languageCode.isEmpty() ? json : json.put("language_code", languageCode);
  }
}
