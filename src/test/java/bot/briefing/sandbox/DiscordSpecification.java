package bot.briefing.sandbox;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Discord's OpenAPI file, read from the folder that {@code -Dspecs.dir} names. Bodies are checked
 * against the schema of their route; each route's schema is compiled once. Safe for any thread.
 */
public final class DiscordSpecification implements Specification {
  private static final String FILE = "discord-openapi.json";
  private static final String ADDRESS = "https://discord.com/openapi.json";
  private static final int FEW = 8;

  private final JsonNode paths;
  private final SchemaRegistry registry;
  private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

  private DiscordSpecification(Path file) {
    try {
      String text = Files.readString(file);
      paths = new ObjectMapper().readTree(text).path("paths");
      Dialect dialect =
          Dialect.builder(Dialects.getDraft202012())
              .keyword(new NonValidationKeyword("x-discord-union"))
              .build();
      registry =
          SchemaRegistry.withDefaultDialect(
              dialect, builder -> builder.schemas(Map.of(ADDRESS, text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final Specification FOUND = look();
  }

  /** The specification, or {@link Specification#NONE} with a word about it on standard output. */
  public static Specification find() {
    return Holder.FOUND;
  }

  private static Specification look() {
    Path file = Path.of(System.getProperty("specs.dir", "specs"), FILE);
    if (Files.isReadable(file)) {
      return new DiscordSpecification(file);
    }
    System.out.println(
        "Requests are not checked against Discord's specification: no "
            + file.toAbsolutePath()
            + " (name its folder by -Dspecs.dir).");
    return NONE;
  }

  @Override
  public List<String> violations(String method, JsonNode body) {
    String[] parts = method.split(" ", 2);
    JsonNode operation = paths.path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      return List.of("no such route: " + method);
    }
    if (body.isMissingNode()) {
      boolean required = operation.path("requestBody").path("required").asBoolean();
      return required ? List.of("a body is required: " + method) : List.of();
    }
    return schemas
        .computeIfAbsent(method, _ -> schema(parts[1], operation, parts[0]))
        .map(schema -> check(schema, body))
        .orElse(List.of());
  }

  private Optional<Schema> schema(String path, JsonNode operation, String verb) {
    if (!operation.at("/requestBody/content/application~1json/schema").isObject()) {
      return Optional.empty();
    }
    String pointer =
        "/paths/"
            + path.replace("~", "~0").replace("/", "~1")
            + "/"
            + verb.toLowerCase(Locale.ROOT)
            + "/requestBody/content/application~1json/schema";
    return Optional.of(registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)));
  }

  private static List<String> check(Schema schema, JsonNode body) {
    return schema.validate(coerced(body).toString(), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .distinct()
        .limit(FEW)
        .toList();
  }

  /**
   * JDA sends three fields of commands as texts where the file has numbers, and one id as a number
   * where the file has a text; the platform takes both.
   */
  private static JsonNode coerced(JsonNode body) {
    JsonNode copy = body.deepCopy();
    if (copy instanceof ObjectNode object) {
      coerce(object);
    } else {
      copy.forEach(
          one -> {
            if (one instanceof ObjectNode object) {
              coerce(object);
            }
          });
    }
    return copy;
  }

  private static void coerce(ObjectNode object) {
    for (String field : List.of("contexts", "integration_types")) {
      if (object.path(field) instanceof ArrayNode given) {
        ArrayNode numbers = object.putArray(field);
        given.forEach(one -> numbers.add(one.asInt()));
      }
    }
    if (object.path("recipient_id").isIntegralNumber()) {
      object.put("recipient_id", object.path("recipient_id").asText());
    }
    JsonNode permissions = object.path("default_member_permissions");
    if (permissions.isTextual()) {
      object.put("default_member_permissions", permissions.asLong());
    }
  }
}
