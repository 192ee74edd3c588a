package bot.briefing.app;

import bot.briefing.card.Card;
import bot.briefing.chat.Asker;
import bot.briefing.command.Answer;
import bot.briefing.discord.DiscordRequests;
import bot.briefing.telegram.TelegramCards;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The exact requests that would be sent to a platform, as JSON. */
final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands for the bot's user name, which only Telegram knows. */
  private static final String USERNAME = "briefing_bot";

  private Requests() {}

  static List<ObjectNode> discord(Answer answer) {
    return DiscordRequests.answer(answer);
  }

  static List<ObjectNode> telegram(Answer answer, Asker asker) {
    return TelegramCards.requests(answer, asker, USERNAME);
  }

  static List<ObjectNode> discord(Card card) {
    return DiscordRequests.messages(card);
  }

  static List<ObjectNode> telegram(Card card, Asker asker) {
    return TelegramCards.requests(card, asker, USERNAME);
  }

  static void print(Console console, Object value) throws JsonProcessingException {
    JsonNode tree = JSON.valueToTree(value);
    console.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
  }
}
