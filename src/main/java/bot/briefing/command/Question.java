package bot.briefing.command;

import bot.briefing.chat.Asker;
import bot.briefing.chat.Asker.Place;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.text.Days;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One person's question at one instant, with all that is needed to answer it. For one thread. */
final class Question {
  private final Asker asker;
  private final Instant now;
  private final Shelf shelf;
  private final Supplier<Index> indexes;
  private final Other.@Nullable Granted other;
  private @Nullable Index index;

  /**
   * @param indexes asked at most once, and only where topics or sources matter
   */
  Question(Asker asker, Instant now, Shelf shelf, Supplier<Index> indexes) {
    this(asker, now, shelf, indexes, null);
  }

  private Question(
      Asker asker,
      Instant now,
      Shelf shelf,
      Supplier<Index> indexes,
      Other.@Nullable Granted other) {
    this.asker = asker;
    this.now = now;
    this.shelf = shelf;
    this.indexes = indexes;
    this.other = other;
  }

  /** The same about another chat, which is answered in this one. */
  Question about(Other.Granted chat) {
    Asker there =
        new Asker(chat.chat(), chat.place(), asker.language(), asker.zone(), asker.manages());
    return new Question(there.managing(true), now, shelf, indexes, chat);
  }

  /** The chat that it is about, where that is not the one where it is answered. */
  Optional<Other.Granted> other() {
    return Optional.ofNullable(other);
  }

  /** Whether whoever asks may choose another chat by a button. */
  boolean choosesChats() {
    return other == null
        && asker.place() == Place.PRIVATE
        && asker.chat().platform() == Platform.TELEGRAM;
  }

  Asker asker() {
    return asker;
  }

  Instant now() {
    return now;
  }

  Shelf shelf() {
    return shelf;
  }

  Index index() {
    Index known = index;
    if (known == null) {
      known = indexes.get();
      index = known;
    }
    return known;
  }

  Language language() {
    return asker.language();
  }

  String say(String key, Object... arguments) {
    return Texts.in(language()).say(key, arguments);
  }

  String day(LocalDate day) {
    return Days.in(language()).withWeekday(day);
  }

  /** Today where the reader is; where that is not known, where the digest was written. */
  LocalDate today(Digest digest) {
    return LocalDate.ofInstant(now, asker.zone() == null ? digest.zone() : asker.zone());
  }

  /** Today where the reader is; where that is not known, where the latest digest was written. */
  LocalDate today() {
    return LocalDate.ofInstant(now, zone());
  }

  /** Where the reader is; where that is not known, where the latest digest was written. */
  ZoneId zone() {
    ZoneId zone = asker.zone();
    return zone == null ? shelf.latest().map(Digest::zone).orElse(ZoneOffset.UTC) : zone;
  }

  /** A command as this reader types it; only Discord has names in other letters. */
  String command(Verb verb) {
    boolean korean = language() == Language.KO && asker.chat().platform() == Platform.DISCORD;
    String there = other == null || !verb.isOfChat() ? "" : " " + other.typed();
    return "/" + (korean ? verb.korean() : verb.word()) + there.stripTrailing();
  }
}
