package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.telegram.Entity.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text or caption of a request, parsed and measured. */
final class Texts {
  private static final int KEPT = 32;
  private static final int BYTES_BEFORE_PARSING = 1 << 15;

  /** The newest ones: a push says the same to thousands of chats. */
  private static final Map<List<String>, Formatted> READ =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Formatted> eldest) {
          return size() > KEPT;
        }
      };

  private Texts() {}

  /** The text of a message. */
  static Formatted text(Parameters parameters) {
    if (parameters.text("text").isEmpty()) {
      throw Refusal.badRequest("message text is empty");
    }
    Formatted text = settled(parameters, "text", "entities");
    if (text.text().isEmpty()) {
      throw Refusal.badRequest("text must be non-empty");
    }
    if (text.text().length() > TextRules.TEXT) {
      throw Refusal.badRequest("message is too long");
    }
    return text;
  }

  /** The caption of a picture; it may be empty. */
  static Formatted caption(Parameters parameters) {
    Formatted caption = settled(parameters, "caption", "caption_entities");
    if (caption.text().length() > TextRules.CAPTION) {
      throw Refusal.badRequest("message caption is too long");
    }
    return caption;
  }

  private static Formatted settled(Parameters parameters, String name, String entitiesName) {
    List<String> request =
        List.of(
            parameters.text(name), parameters.text("parse_mode"), parameters.text(entitiesName));
    synchronized (READ) {
      Formatted known = READ.get(request);
      if (known != null) {
        return known;
      }
    }
    Formatted text = TextRules.settled(read(parameters, name, entitiesName));
    synchronized (READ) {
      READ.put(request, text);
    }
    return text;
  }

  private static Formatted read(Parameters parameters, String name, String entitiesName) {
    String source = parameters.text(name);
    if (source.getBytes(StandardCharsets.UTF_8).length > BYTES_BEFORE_PARSING) {
      throw Refusal.badRequest("text is too long");
    }
    String mode = parameters.text("parse_mode").toLowerCase(Locale.ROOT);
    return switch (mode) {
      case "html" -> Html.parse(source);
      case "", "none" -> new Formatted(source, entities(parameters, entitiesName, source.length()));
      case "markdown", "markdownv2" ->
          throw Refusal.badRequest("this sandbox parses HTML and entities, not " + mode);
      default -> throw Refusal.badRequest("unsupported parse_mode");
    };
  }

  private static List<Entity> entities(Parameters parameters, String name, int length) {
    List<Entity> entities = new ArrayList<>();
    for (JsonNode json : parameters.json(name, "entities")) {
      Kind kind = kind(json.path("type").asText());
      Entity entity =
          new Entity(
              kind,
              json.path("offset").asInt(),
              json.path("length").asInt(),
              argument(kind, json),
              json.path("unix_time").asLong());
      if (entity.offset() < 0 || entity.length() < 0) {
        throw Refusal.badRequest("receive an entity with incorrect offset " + entity.offset());
      }
      if (entity.end() > length) {
        throw Refusal.badRequest(
            "entity beginning at UTF-16 offset %d ends after the end of the text at UTF-16 offset %d"
                .formatted(entity.offset(), entity.end()));
      }
      entities.add(entity);
    }
    return entities;
  }

  private static String argument(Kind kind, JsonNode json) {
    return switch (kind) {
      case TEXT_LINK -> Links.check(json.path("url").asText());
      case TEXT_MENTION -> Long.toString(json.path("user").path("id").asLong());
      case PRE -> json.path("language").asText("");
      case CUSTOM_EMOJI -> json.path("custom_emoji_id").asText("");
      case DATE_TIME -> json.path("date_time_format").asText("");
      default -> "";
    };
  }

  private static Kind kind(String wireName) {
    for (Kind kind : Kind.values()) {
      if (kind.wireName().equals(wireName)) {
        return kind;
      }
    }
    throw Refusal.badRequest("can't parse MessageEntity: Unsupported type specified");
  }
}
