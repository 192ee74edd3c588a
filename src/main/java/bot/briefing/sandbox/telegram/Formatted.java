package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** A text and what is marked in it. */
record Formatted(String text, List<Entity> entities) {
  Formatted {
    entities = List.copyOf(entities);
  }

  ArrayNode entitiesJson() {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    entities.forEach(entity -> json.add(entity.toJson()));
    return json;
  }
}
