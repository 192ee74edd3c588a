package bot.briefing.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * {@code getUpdates}, with each update read alone: one that the library cannot read does not hold
 * up those around it, for ever.
 */
final class Poll extends GetUpdates {
  private static final Logger LOG = LoggerFactory.getLogger(Poll.class);
  private static final List<String> KINDS =
      List.of("message", "channel_post", "callback_query", "my_chat_member");

  /**
   * A poll for what this bot understands.
   *
   * @param offset the first update that is wanted; 0 for the oldest there is
   */
  Poll(int offset) {
    super(offset, 100, (int) Wire.POLL.toSeconds(), KINDS);
  }

  /** An update that cannot be read is there with its number alone. */
  @Override
  @SuppressWarnings("NonApiType") // the library's own return type
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode result;
    try {
      JsonNode whole = OBJECT_MAPPER.readTree(answer);
      if (!whole.path("ok").asBoolean()) {
        return super.deserializeResponse(answer);
      }
      result = whole.path("result");
    } catch (JsonProcessingException unreadable) {
      throw new TelegramApiRequestException("not JSON", unreadable);
    }
    ArrayList<Update> updates = new ArrayList<>();
    for (JsonNode node : result) {
      if (node.path("update_id").canConvertToInt()) {
        updates.add(update(node));
      }
    }
    if (!result.isArray() || (updates.isEmpty() && !result.isEmpty())) {
      throw new TelegramApiRequestException("no updates in the answer");
    }
    return updates;
  }

  private static Update update(JsonNode node) {
    try {
      return OBJECT_MAPPER.treeToValue(node, Update.class);
    } catch (JsonProcessingException | RuntimeException unreadable) {
      int id = node.path("update_id").intValue();
      LOG.warn("Telegram: update {} cannot be read and is passed over", id);
      Update bare = new Update();
      bare.setUpdateId(id);
      return bare;
    }
  }
}
