package bot.briefing.journey;

import bot.briefing.briefing.Briefings;
import bot.briefing.card.Block;
import bot.briefing.card.Card;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import bot.briefing.discord.DiscordRequests;
import bot.briefing.telegram.TelegramCards;
import bot.briefing.text.Language;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** A digest as all its cards, and the words that must be in them. */
final class Cards {
  private Cards() {}

  /** The pages of its overview, then each article. */
  static List<Card> of(Digest digest, Language language) {
    Briefings briefings = Newsrooms.briefings();
    List<Card> cards = new ArrayList<>();
    int page = 0;
    Card overview;
    do {
      overview = briefings.overview(digest, page++, language);
      cards.add(overview);
    } while (overview.pager() != null && page < overview.pager().pages().size());
    new LinkedHashSet<>(digest.articles().stream().map(Article::id).toList())
        .forEach(id -> briefings.article(digest, id, language).ifPresent(cards::add));
    return cards;
  }

  static List<ObjectNode> onDiscord(List<Card> cards) {
    return cards.stream().flatMap(card -> DiscordRequests.messages(card).stream()).toList();
  }

  static List<ObjectNode> onTelegram(List<Card> cards, Language language) {
    Asker asker =
        new Asker(new Chat(Platform.TELEGRAM, "1", null), Asker.Place.PRIVATE, language, null);
    return cards.stream()
        .flatMap(card -> TelegramCards.requests(card, asker, "briefing_bot").stream())
        .toList();
  }

  /** All texts of an article, in order. */
  static List<String> words(Article article) {
    return Stream.concat(
            Stream.of(article.title()),
            article.sections().stream()
                .flatMap(
                    section ->
                        Stream.concat(
                            Stream.ofNullable(section.heading()), words(section.blocks()))))
        .toList();
  }

  static Stream<String> words(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.Table(var rows)
                    ? rows.stream().flatMap(List::stream)
                    : Stream.of(block.text()));
  }

  /** Text without space and without what cannot be seen. */
  static String bare(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Cs}\\p{Co}\\x{FFFD}]", "");
  }
}
