package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.command.Answer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;

/**
 * Draws answers, and keeps what it has drawn: people ask for the same few cards again and again.
 * Safe for any thread.
 */
final class Drawings {
  /** A drawing of a full message holds some 30 KB. */
  private static final int KEPT = 256;

  private final Cache<Key, List<Drawn>> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  /** Cards are equal that show the same. */
  private record Key(Card card, int part, Venue venue) {}

  /** The parts of an answer that are shown at once. */
  List<Drawn> of(Answer answer, Venue venue) {
    return kept.get(
        new Key(answer.card(), answer.part(), venue), _ -> TelegramCards.shown(answer, venue));
  }
}
