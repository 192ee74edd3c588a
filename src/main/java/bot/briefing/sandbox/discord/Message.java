package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as the platform keeps it.
 *
 * @param wire the message object; edits change it in place
 * @param only the one person who sees it; nobody means everybody in the channel
 */
record Message(long id, Channel channel, ObjectNode wire, @Nullable Person only) {
  static final int CROSSPOSTED = 1;
  static final int HAS_THREAD = 1 << 5;
  static final int EPHEMERAL = 1 << 6;
  static final int LOADING = 1 << 7;
  static final int SUPPRESS_EMBEDS = 1 << 2;
  static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
  static final int COMPONENTS_V2 = 1 << 15;

  boolean isSeenBy(Person person) {
    return only == null || only.equals(person);
  }

  boolean isPublic() {
    return only == null;
  }

  int flags() {
    return wire.path("flags").asInt();
  }

  void flag(int flag) {
    wire.put("flags", flags() | flag);
  }

  boolean has(int flag) {
    return (flags() & flag) != 0;
  }

  boolean isBy(Person author) {
    return wire.path("author").path("id").asText().equals(Long.toString(author.id()));
  }

  /** The interactive component with that custom id. */
  Optional<JsonNode> component(String customId) {
    return find(wire.path("components"), customId);
  }

  private static Optional<JsonNode> find(JsonNode components, String customId) {
    for (JsonNode component : components) {
      if (component.path("custom_id").asText().equals(customId)) {
        return Optional.of(component);
      }
      if (component.path("accessory").path("custom_id").asText().equals(customId)) {
        return Optional.of(component.path("accessory"));
      }
      Optional<JsonNode> inner = find(component.path("components"), customId);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }
}
