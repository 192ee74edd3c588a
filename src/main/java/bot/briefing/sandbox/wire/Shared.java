package bot.briefing.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets messages that say the same keep it once: ten thousand chats with one digest hold one text.
 * Parts of a kept message are replaced, never changed in place. Not safe for threads.
 */
public final class Shared {
  private static final int KEPT = 4_000;
  private static final int SHORT = 16;

  private final Map<JsonNode, JsonNode> parts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, JsonNode> eldest) {
          return size() > KEPT;
        }
      };

  /** Replaces what this message contains by what was kept before. */
  public void fold(ObjectNode message) {
    message.properties().forEach(field -> field.setValue(one(field.getValue())));
  }

  private JsonNode one(JsonNode part) {
    if (part instanceof ObjectNode object) {
      fold(object);
    } else if (part instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, one(array.get(i)));
      }
    } else if (!part.isTextual() || part.textValue().length() < SHORT) {
      return part;
    }
    JsonNode known = parts.putIfAbsent(part, part);
    return known == null ? part : known;
  }
}
