package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Chat;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/**
 * Pushed messages: cards as parts, and parts as requests. A part's body is a {@code sendMessage} as
 * JSON without {@code chat_id} (Bot API, sendMessage). Pure.
 */
final class Pushed {
  private static final Target NOWHERE = new Target("0", null, null);

  private Pushed() {}

  /** All cards in order; or for a layout of one message its beginning, with a way to the rest. */
  static List<Part> split(List<Card> cards, Layout layout, Venue venue) {
    return switch (layout) {
      case HEADLINES, OVERVIEW -> List.of(part(fitting(Card.joined(cards), venue.pushed())));
      case FULL ->
          cards.stream()
              .flatMap(card -> Renderer.draw(card.withoutTurns(), venue.pushed()).stream())
              .map(Pushed::part)
              .toList();
    };
  }

  /** With as many of its summaries as one message holds, from the first on. */
  private static Drawn fitting(Card card, Venue venue) {
    for (int folds = card.folds(); folds > 0; folds--) {
      List<Drawn> drawn = Renderer.draw(card.withFolds(folds), venue);
      if (drawn.size() == 1) {
        return drawn.getFirst();
      }
    }
    return Renderer.draw(card.withFolds(0), venue).getFirst();
  }

  private static Part part(Drawn drawn) {
    ObjectNode body = Requests.JSON.valueToTree(Requests.send(drawn, Requests.Dress.FULL, NOWHERE));
    body.remove("chat_id");
    return new Part(body.toString(), drawn.plain());
  }

  /** The same part in its words alone. */
  static Part plain(Part part) {
    ObjectNode body = Requests.JSON.createObjectNode().put("text", part.plain());
    body.putObject("link_preview_options").put("is_disabled", true);
    return new Part(body.toString(), part.plain());
  }

  /**
   * The request that sends a part.
   *
   * @throws JsonProcessingException where the body is none of this channel's
   */
  static SendMessage send(Chat chat, Part part, boolean silent) throws JsonProcessingException {
    ObjectNode request = addressed(chat, part);
    if (chat.thread() != null) {
      request.put("message_thread_id", Integer.valueOf(chat.thread()));
    }
    if (silent) {
      request.put("disable_notification", true);
    }
    return Requests.JSON.treeToValue(request, SendMessage.class);
  }

  /** The request that makes a message say what a part says. */
  static EditMessageText edit(Chat chat, MessageId message, Part part)
      throws JsonProcessingException {
    ObjectNode request = addressed(chat, part);
    request.put("message_id", Integer.valueOf(message.value()));
    return Requests.JSON.treeToValue(request, EditMessageText.class);
  }

  private static ObjectNode addressed(Chat chat, Part part) throws JsonProcessingException {
    Part formed = part.isPlain() ? plain(part) : part;
    return Requests.JSON.readValue(formed.body(), ObjectNode.class).put("chat_id", chat.id());
  }
}
