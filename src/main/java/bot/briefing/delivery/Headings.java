package bot.briefing.delivery;

import bot.briefing.chat.Heading;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Headings as the outbox keeps them. */
final class Headings {
  private static final JsonMapper JSON = new JsonMapper();

  private Headings() {}

  static String write(Heading heading) {
    return JSON.valueToTree(heading).toString();
  }

  static Heading read(String json) {
    try {
      return JSON.readValue(json, Heading.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a heading: " + json, e);
    }
  }
}
