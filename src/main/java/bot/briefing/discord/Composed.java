package bot.briefing.discord;

import bot.briefing.card.Card;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.command.Answer;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * An answer that is ready to be sent.
 *
 * @param create the message, built once
 * @param sorry whether it only says that something went wrong
 */
record Composed(Card card, DiscordMessage message, MessageCreateData create, boolean sorry) {
  static Composed of(Answer answer) {
    return of(answer.card(), DiscordRenderer.message(answer), false);
  }

  private static Composed of(Card card, DiscordMessage message, boolean sorry) {
    return new Composed(card, message, message.create(), sorry);
  }

  static Composed sorry(Language language) {
    Span words = Span.plain(Texts.in(language).say("discord.sorry"));
    Card card = Card.of(language, List.of(new Piece.Note(List.of(words))), List.of());
    return of(card, DiscordRenderer.messages(card).getFirst(), true);
  }

  /** The same once more, without anything that Discord could refuse. */
  DiscordMessage plain() {
    return DiscordRenderer.plain(card);
  }
}
