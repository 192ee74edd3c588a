package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What the platform makes of embeds and components when it keeps them. */
final class Stored {
  private Stored() {}

  static ArrayNode embeds(JsonNode given) {
    ArrayNode embeds = Json.array();
    for (JsonNode one : given) {
      ObjectNode embed = one.deepCopy();
      embed.put("type", "rich");
      for (String picture : new String[] {"image", "thumbnail"}) {
        if (embed.path(picture) instanceof ObjectNode media) {
          resolve(media);
        }
      }
      embeds.add(embed);
    }
    return embeds;
  }

  /** Ids that were not given, or given as 0, are generated ("Anatomy of a Component"). */
  static ArrayNode components(JsonNode given) {
    ArrayNode components = Json.array();
    given.forEach(one -> components.add(one.deepCopy()));
    Set<Integer> taken = new HashSet<>();
    walk(components, component -> taken.add(component.path("id").asInt()));
    int[] next = {0};
    walk(
        components,
        component -> {
          if (component.path("id").asInt() == 0) {
            do {
              next[0]++;
            } while (taken.contains(next[0]));
            component.put("id", next[0]);
          }
          defaults(component);
        });
    return components;
  }

  private static void walk(JsonNode components, Consumer<ObjectNode> visit) {
    for (JsonNode node : components) {
      if (node instanceof ObjectNode component) {
        visit.accept(component);
        walk(component.path("components"), visit);
        if (component.path("accessory") instanceof ObjectNode accessory) {
          visit.accept(accessory);
        }
      }
    }
  }

  private static void defaults(ObjectNode component) {
    switch (component.path("type").asInt()) {
      case ComponentCheck.THUMBNAIL -> picture(component);
      case ComponentCheck.GALLERY -> {
        for (JsonNode item : component.path("items")) {
          picture((ObjectNode) item);
        }
      }
      case ComponentCheck.SEPARATOR -> {
        absent(component, "divider", true);
        if (!component.has("spacing")) {
          component.put("spacing", 1);
        }
      }
      case ComponentCheck.CONTAINER -> {
        absent(component, "spoiler", false);
        if (!component.has("accent_color")) {
          component.putNull("accent_color");
        }
      }
      default -> {}
    }
  }

  private static void picture(ObjectNode component) {
    absent(component, "spoiler", false);
    if (!component.has("description")) {
      component.putNull("description");
    }
    if (component.path("media") instanceof ObjectNode media) {
      resolve(media);
    }
  }

  private static void absent(ObjectNode component, String field, boolean value) {
    if (!component.has(field)) {
      component.put(field, value);
    }
  }

  private static void resolve(ObjectNode media) {
    media.put("proxy_url", media.path("url").asText());
    media.put("width", 0);
    media.put("height", 0);
  }
}
