package bot.briefing.discord;

import bot.briefing.card.Card;
import bot.briefing.command.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * The requests to Discord as the bot would make them, each {@code {"method", "path", "body"}} with
 * the documentation's placeholders in its path. Needs no connection; safe for any thread.
 */
public final class DiscordRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NEW_MESSAGE = 4;

  private DiscordRequests() {}

  /** What answers a command. */
  public static List<ObjectNode> answer(Answer answer) {
    ObjectNode body = JSON.createObjectNode().put("type", NEW_MESSAGE);
    body.set("data", json(DiscordRenderer.message(answer).create()));
    return List.of(
        request(
            "/interactions/{interaction.id}/{interaction.token}/callback?with_response=true",
            body));
  }

  /** What sends a whole card into a channel, one message after the other. */
  public static List<ObjectNode> messages(Card card) {
    return DiscordRenderer.messages(card).stream()
        .map(message -> request("/channels/{channel.id}/messages", json(message.create())))
        .toList();
  }

  private static ObjectNode request(String path, JsonNode body) {
    ObjectNode request = JSON.createObjectNode().put("method", "POST").put("path", path);
    request.set("body", body);
    return request;
  }

  static JsonNode json(MessageCreateData message) {
    try {
      return JSON.readTree(message.toData().toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
