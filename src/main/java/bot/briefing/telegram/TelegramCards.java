package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.chat.Asker;
import bot.briefing.command.Answer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What would be sent to Telegram, as JSON: each request an object of {@code method} and {@code
 * body}, exactly as the bot sends it. Pure; needs no connection.
 */
public final class TelegramCards {
  private TelegramCards() {}

  /**
   * The requests that answer somebody: one, or all parts of a card that is too long and cannot be
   * turned.
   *
   * @param username of the bot, without {@code @}: buttons in groups and channels name it
   */
  public static List<ObjectNode> requests(Answer answer, Asker asker, String username) {
    Venue venue = new Venue(asker.place(), username);
    return shown(answer, venue).stream().map(drawn -> request(drawn, asker)).toList();
  }

  /** The requests that send all parts of a card, one after the other. */
  public static List<ObjectNode> requests(Card card, Asker asker, String username) {
    Venue venue = new Venue(asker.place(), username);
    return Renderer.draw(card, venue).stream().map(drawn -> request(drawn, asker)).toList();
  }

  /** The parts of an answer that are shown at once. */
  static List<Drawn> shown(Answer answer, Venue venue) {
    List<Drawn> all = Renderer.draw(answer.card(), venue);
    return answer.card().self() == null
        ? all
        : List.of(all.get(Math.clamp(answer.part(), 0, all.size() - 1)));
  }

  private static ObjectNode request(Drawn drawn, Asker asker) {
    String thread = asker.chat().thread();
    Target to =
        new Target(asker.chat().id(), thread == null ? null : Integer.valueOf(thread), null);
    ObjectNode request = Requests.JSON.createObjectNode();
    request.put("method", "sendMessage");
    request.set("body", Requests.JSON.valueToTree(Requests.send(drawn, Requests.Dress.FULL, to)));
    return request;
  }
}
