package bot.briefing.discord;

import bot.briefing.card.Card;
import bot.briefing.command.Answer;
import bot.briefing.text.Language;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Draws answers, and keeps what it has drawn: people ask for the same few cards again and again.
 * Safe for any thread.
 */
final class Composer {
  /** A drawing of a full message holds some 30 KB. */
  private static final int KEPT = 256;

  private final Cache<Key, Composed> drawn = Caffeine.newBuilder().maximumSize(KEPT).build();
  private final Map<Language, Composed> sorry = new ConcurrentHashMap<>();

  /** The newsroom hands out the same card again, and to compare cards word by word takes long. */
  private record Key(Card card, int part) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && card == key.card && part == key.part;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(card) + part;
    }
  }

  Composed of(Answer answer) {
    return drawn.get(new Key(answer.card(), answer.part()), _ -> Composed.of(answer));
  }

  /** What is said when something went wrong. */
  Composed sorry(Language language) {
    return sorry.computeIfAbsent(language, Composed::sorry);
  }
}
