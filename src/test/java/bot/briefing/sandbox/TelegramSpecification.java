package bot.briefing.sandbox;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Bot API as a machine-readable list of methods and types ({@code telegram-bot-api.json}):
 * required fields, types with their unions and arrays, unknown fields. Numbers may be strings, as
 * the platform has it.
 */
public final class TelegramSpecification implements Specification {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ARRAY = "Array of ";

  private final JsonNode methods;
  private final JsonNode types;

  private TelegramSpecification(JsonNode whole) {
    this.methods = whole.path("methods");
    this.types = whole.path("types");
  }

  /** The one in the folder {@code -Dspecs.dir}; {@link Specification#NONE} when there is none. */
  public static Specification find() {
    Path file = Path.of(System.getProperty("specs.dir", "specs"), "telegram-bot-api.json");
    if (!Files.exists(file)) {
      System.err.println("Requests to Telegram are not checked: there is no " + file);
      return Specification.NONE;
    }
    try {
      return new TelegramSpecification(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> violations(String method, JsonNode body) {
    if (!methods.has(method)) {
      return List.of("there is no method " + method);
    }
    return fields(methods.get(method), body, method);
  }

  private List<String> fields(JsonNode owner, JsonNode value, String where) {
    List<String> violations = new ArrayList<>();
    Map<String, JsonNode> known = new TreeMap<>();
    owner.path("fields").forEach(field -> known.put(field.path("name").asText(), field));
    known.forEach(
        (name, field) -> {
          JsonNode given = value.path(name);
          if (!given.isMissingNode() && !given.isNull()) {
            violations.addAll(union(field.path("types"), given, where + "." + name));
          } else if (field.path("required").asBoolean()) {
            violations.add(where + "." + name + " is required");
          }
        });
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.containsKey(name) && !name.equals("method")) {
        violations.add(where + "." + name + " is unknown");
      }
    }
    return violations;
  }

  private List<String> union(JsonNode names, JsonNode value, String where) {
    List<String> closest = List.of();
    for (JsonNode name : names) {
      List<String> violations = type(name.asText(), value, where);
      if (violations.isEmpty()) {
        return violations;
      }
      if (closest.isEmpty() || violations.size() < closest.size()) {
        closest = violations;
      }
    }
    return closest;
  }

  private List<String> type(String name, JsonNode given, String where) {
    JsonNode value = unwrapped(name, given);
    if (name.startsWith(ARRAY)) {
      if (!value.isArray()) {
        return List.of(where + " must be an array, not " + given);
      }
      List<String> violations = new ArrayList<>();
      for (int i = 0; i < value.size(); i++) {
        violations.addAll(
            type(name.substring(ARRAY.length()), value.get(i), where + "[" + i + "]"));
      }
      return violations;
    }
    boolean fits =
        switch (name) {
          case "String", "InputFile" -> value.isTextual();
          case "Integer" -> value.isIntegralNumber() || value.asText().matches("-?[0-9]{1,19}");
          case "Float" -> value.isNumber() || value.asText().matches("-?[0-9.]+");
          case "Boolean" -> value.isBoolean() || value.asText().matches("true|false|[01]");
          default -> value.isObject();
        };
    if (!fits) {
      return List.of(where + " must be " + name + ", not " + given);
    }
    JsonNode type = types.path(name);
    if (type.isMissingNode() || !value.isObject()) {
      return List.of();
    }
    return type.has("subtypes") ? subtype(type, value, where) : fields(type, value, where);
  }

  /** An object or array may come as a string of JSON. */
  private static JsonNode unwrapped(String name, JsonNode value) {
    boolean simple = List.of("String", "Integer", "Float", "Boolean", "InputFile").contains(name);
    if (simple || !value.isTextual()) {
      return value;
    }
    try {
      return JSON.readTree(value.asText());
    } catch (JsonProcessingException _) {
      return value;
    }
  }

  private List<String> subtype(JsonNode type, JsonNode value, String where) {
    return union(type.path("subtypes"), value, where);
  }
}
