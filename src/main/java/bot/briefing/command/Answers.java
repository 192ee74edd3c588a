package bot.briefing.command;

import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Platform;
import bot.briefing.content.Library;
import bot.briefing.text.Language;
import bot.briefing.topic.Taxonomy;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers on what was published, kept for as long as they hold: until a digest or a topic is
 * another, a digest appears, or a day begins somewhere. What a chat has ordered is always asked
 * anew. Safe for any thread.
 */
final class Answers {
  private static final int KEPT = 256;

  /** Wherever a day begins, a quarter of an hour begins. */
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  private final Library library;
  private final Supplier<Taxonomy> taxonomy;
  private volatile @Nullable Age age;

  Answers(Library library, Supplier<Taxonomy> taxonomy) {
    this.library = library;
    this.taxonomy = taxonomy;
  }

  /** All on which such an answer depends, beside its age. */
  private record Key(
      Command command, Platform platform, Place place, Language language, @Nullable ZoneId zone) {}

  /** A time in which nothing changes, and what was said in it. */
  private record Age(
      Object state, Taxonomy taxonomy, Instant from, Instant until, Cache<Key, Answer> answers) {
    @SuppressWarnings("ReferenceEquality") // what was read anew is another one
    boolean holds(Object otherState, Taxonomy otherTaxonomy, Instant now) {
      return state == otherState
          && taxonomy == otherTaxonomy
          && !now.isBefore(from)
          && now.isBefore(until);
    }
  }

  /** The answer that was given before, or else a new one. */
  Answer of(Command command, Question question, Supplier<Answer> reckon) {
    if (isOfChat(command)) {
      return reckon.get();
    }
    Cache<Key, Answer> answers = at(question.now()).answers();
    Asker asker = question.asker();
    Key key =
        new Key(command, asker.chat().platform(), asker.place(), asker.language(), asker.zone());
    Answer kept = answers.getIfPresent(key);
    if (kept == null) {
      kept = reckon.get();
      answers.put(key, kept);
    }
    return kept;
  }

  private static boolean isOfChat(Command command) {
    return switch (command) {
      case Command.Ask(var verb, _) -> verb.isOfChat();
      case Command.Press(var action) -> action.isOfChat();
      // What words mean is answered in its own right.
      case Command.Words _, Command.About _ -> true;
      case Command.Worn _, Command.Start _, Command.Unknown _ -> false;
    };
  }

  private Age at(Instant now) {
    Object state = library.state();
    Taxonomy current = taxonomy.get();
    Age present = age;
    if (present == null || !present.holds(state, current, now)) {
      Instant quarter =
          Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), QUARTER) + 1) * QUARTER);
      Instant until = library.next(now).filter(quarter::isAfter).orElse(quarter);
      present =
          new Age(state, current, now, until, Caffeine.newBuilder().maximumSize(KEPT).build());
      age = present;
    }
    return present;
  }
}
