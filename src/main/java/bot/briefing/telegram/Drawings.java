package bot.briefing.telegram;

import bot.briefing.card.Card;
import bot.briefing.command.Answer;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws answers, and keeps what it has drawn: people ask for the same few cards again and again.
 * Safe for any thread.
 */
final class Drawings {
  /** A drawing of a full message holds some 30 KB. */
  private static final int KEPT = 256;

  private final Cache<Key, List<Drawn>> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

  /** The newsroom hands out the same card again, and to compare cards word by word takes long. */
  private record Key(Card card, int part, Venue venue) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && card == key.card
          && part == key.part
          && venue.equals(key.venue);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(card) + part) + venue.hashCode();
    }
  }

  /** The parts of an answer that are shown at once. */
  List<Drawn> of(Answer answer, Venue venue) {
    return kept.get(
        new Key(answer.card(), answer.part(), venue), _ -> TelegramCards.shown(answer, venue));
  }
}
