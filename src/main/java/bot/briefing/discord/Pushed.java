package bot.briefing.discord;

import bot.briefing.card.Card;
import bot.briefing.card.Cut;
import bot.briefing.card.Layout;
import bot.briefing.chat.Key;
import bot.briefing.chat.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;

/**
 * Pushed messages: cards as parts, parts as requests, and how a part is known again. A part's body
 * is a message of components as JSON (Developer documentation, Create Message). Pure.
 */
final class Pushed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXT_DISPLAY = 10;
  private static final int SILENT = 1 << 12;

  private Pushed() {}

  /** All cards in order; or for a layout of one message its beginning, with a way to the rest. */
  static List<Part> split(List<Card> cards, Layout layout) {
    return switch (layout) {
      case HEADLINES, OVERVIEW ->
          // A tap shows the summary to who taps, so that none has to stand here.
          List.of(part(DiscordRenderer.messages(Card.joined(cards).withFolds(0)).getFirst()));
      case FULL ->
          cards.stream()
              .flatMap(card -> DiscordRenderer.messages(card.withoutTurns()).stream())
              .map(Pushed::part)
              .toList();
    };
  }

  private static Part part(DiscordMessage message) {
    JsonNode body = DiscordRequests.json(message.create());
    String words = words(body);
    return new Part(body.toString(), words.isEmpty() ? "…" : words);
  }

  /** A part in this channel's form, where it is one of words alone. */
  static Part formed(Part part) {
    return part.isPlain() ? plain(part) : part;
  }

  /** The same part in its words alone, which are escaped already. */
  static Part plain(Part part) {
    return part(
        new DiscordMessage(List.of(TextDisplay.of(Cut.shorten(part.plain(), Limits.TEXT)))));
  }

  /**
   * The body of the request that sends a part: the same twice is one message, for as long as
   * Discord remembers the nonce; and later it is known by its mark.
   */
  static ObjectNode send(Part part, Key key, boolean silent) {
    ObjectNode body = marked(part, key);
    body.put("nonce", key.nonce()).put("enforce_nonce", true);
    if (silent) {
      body.put("flags", body.path("flags").asInt() | SILENT);
    }
    return body;
  }

  /** The body of the request that makes a message say what a part says. */
  static ObjectNode edit(Part part, Key key) {
    ObjectNode body = marked(part, key);
    return body.retain("components", "flags", "allowed_mentions");
  }

  /** Discord numbers the other components, and passes over a number that is taken. */
  private static ObjectNode marked(Part part, Key key) {
    ObjectNode body = (ObjectNode) read(part.body());
    ((ObjectNode) body.path("components").path(0)).put("id", key.mark());
    return body;
  }

  /** Whether a part's body is of this channel's form. */
  static boolean isReadable(Part part) {
    try {
      return JSON.readTree(part.body()).path("components").path(0).isObject();
    } catch (JsonProcessingException notJson) {
      return false;
    }
  }

  /** Whether a message in a channel is this part. */
  static boolean isSame(JsonNode message, Part part, Key key) {
    String words = words(message);
    return message.path("components").path(0).path("id").asInt() == key.mark()
        && (words.equals(words(read(part.body()))) || words.equals(words(plain(part))));
  }

  /** Whether a message has all that an edit to this part would give it, and no component more. */
  static boolean shows(JsonNode message, Part part, Key key) {
    return Stream.of(part, plain(part))
        .map(form -> edit(form, key).path("components"))
        .anyMatch(wanted -> has(message.path("components"), wanted));
  }

  /** Discord adds what was left out, and takes the space around words away. */
  private static boolean has(JsonNode found, JsonNode wanted) {
    return switch (wanted) {
      case ObjectNode object ->
          object.properties().stream()
              .allMatch(field -> has(found.path(field.getKey()), field.getValue()));
      case ArrayNode array ->
          found.size() == array.size()
              && IntStream.range(0, array.size())
                  .allMatch(index -> has(found.path(index), array.path(index)));
      default -> found.asText().strip().equals(wanted.asText().strip());
    };
  }

  private static String words(Part part) {
    return words(read(part.body()));
  }

  /** The texts of a message, one below the other, without the space around each. */
  private static String words(JsonNode message) {
    List<String> texts = new ArrayList<>();
    collect(message.path("components"), texts);
    return String.join("\n", texts);
  }

  private static void collect(JsonNode components, List<String> texts) {
    for (JsonNode component : components) {
      if (component.path("type").asInt() == TEXT_DISPLAY) {
        texts.add(component.path("content").asText().strip());
      }
      if (component.path("components") instanceof ArrayNode inner) {
        collect(inner, texts);
      }
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException notOurs) {
      throw new IllegalArgumentException("not a message of this channel", notOurs);
    }
  }
}
