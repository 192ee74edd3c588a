package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** A request that has passed the door: its place holders, query and JSON body. */
record Request(Map<String, String> path, Map<String, String> query, JsonNode body) {
  String at(String name) {
    return path.getOrDefault(name, "");
  }

  /** A snowflake of the path; what is none is refused as the platform refuses it. */
  long id(String name) {
    return snowflake(at(name), name);
  }

  Optional<Long> queryId(String name) {
    return Optional.ofNullable(query.get(name)).map(text -> snowflake(text, name));
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(query.get(name)) || "1".equals(query.get(name));
  }

  private static long snowflake(String text, String name) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      Form form = new Form();
      form.at(name).add("NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
      throw form.refusal();
    }
  }
}
