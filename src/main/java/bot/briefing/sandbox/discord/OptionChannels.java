package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The channels that a command's options name, as an interaction carries them. */
final class OptionChannels {
  private OptionChannels() {}

  /**
   * Puts the ids of channels where their names or mentions stand.
   *
   * @return what goes beside the options (Receiving and Responding, "Resolved Data Structure"):
   *     empty where there is nothing; absent where a channel is not there
   */
  static Optional<ObjectNode> resolve(ArrayNode options, Channel here, Person person) {
    ObjectNode resolved = Json.object();
    for (JsonNode option : options) {
      if (option.path("type").asInt() == CommandLine.CHANNEL) {
        Optional<Channel> named = find(option.path("value").asText(), here);
        if (named.isEmpty()) {
          return Optional.empty();
        }
        Channel channel = named.get();
        ((ObjectNode) option).put("value", channel.idText());
        ObjectNode partial = Json.object();
        partial.put("id", channel.idText());
        partial.put("type", channel.type());
        partial.put("name", channel.name);
        partial.put("flags", 0);
        partial.put("permissions", Long.toString(channel.permissions(person)));
        channel.guild().ifPresent(guild -> partial.put("guild_id", guild.idText()));
        resolved.withObjectProperty("channels").set(channel.idText(), partial);
      }
    }
    return Optional.of(resolved);
  }

  private static Optional<Channel> find(String typed, Channel here) {
    String name = typed.replaceAll("^#|^<#|>$", "");
    return here.guild().stream()
        .flatMap(guild -> guild.channels().stream())
        .filter(channel -> channel.name.equals(name) || channel.idText().equals(name))
        .findFirst();
  }
}
