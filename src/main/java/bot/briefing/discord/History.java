package bot.briefing.discord;

import bot.briefing.chat.MessageId;
import bot.briefing.chat.Search;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;

/** Reads a channel's history for one message (Developer documentation, Get Channel Messages). */
final class History {
  private static final int PAGE = 100;

  /** So much is read at most: what a busy channel says in a day. */
  private static final int PAGES = 100;

  private static final long EPOCH = 1_420_070_400_000L;

  /** How far the two clocks may be apart. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Ask ask;
  private final Access access;

  History(Ask ask, Access access) {
    this.ask = ask;
    this.access = access;
  }

  /** Reads from an instant on until the message is there, or there is no more. */
  Search find(String channel, Predicate<JsonNode> wanted, Instant since, Instant now) {
    long after = Math.max(0, since.minus(SKEW).toEpochMilli() - EPOCH) << 22;
    for (int page = 0; page < PAGES; page++) {
      Heard heard = page(channel, PAGE, after);
      if (!heard.isOk() || !heard.body().isArray()) {
        return unread(heard, now);
      }
      for (JsonNode message : heard.body()) {
        if (wanted.test(message)) {
          return new Search.Found(new MessageId(message.path("id").asText()));
        }
        after = Math.max(after, message.path("id").asLong());
      }
      if (heard.body().size() < PAGE) {
        return page > 0 || !heard.body().isEmpty() ? new Search.NotThere() : empty(channel, now);
      }
    }
    return new Search.CannotTell("more than " + PAGE * PAGES + " messages since");
  }

  /** Reads one message (Developer documentation, Get Channel Message). */
  Search read(CompiledRoute message, Predicate<JsonNode> wanted, Instant now) {
    Heard heard = ask.read(message);
    if (!heard.isOk()) {
      return unread(heard, now);
    }
    return wanted.test(heard.body())
        ? new Search.Found(new MessageId(heard.body().path("id").asText()))
        : new Search.NotThere();
  }

  /** When a thing of this id was made. */
  static Instant at(long id) {
    return Instant.ofEpochMilli((id >>> 22) + EPOCH);
  }

  private Heard page(String channel, int limit, long after) {
    return ask.read(
        Route.Messages.GET_MESSAGE_HISTORY
            .compile(channel)
            .withQueryParams("limit", Integer.toString(limit), "after", Long.toString(after)));
  }

  /** Who may not read the history is shown none, without a word. */
  private Search empty(String channel, Instant now) {
    Heard oldest = page(channel, 1, 0);
    if (!oldest.isOk()) {
      return unread(oldest, now);
    }
    boolean readable =
        !oldest.body().isEmpty()
            || access.missing(channel).filter(needs -> needs.isEmpty()).isPresent();
    return readable
        ? new Search.NotThere()
        : new Search.CannotTell("perhaps the history may not be read");
  }

  private static Search unread(Heard heard, Instant now) {
    return unreadUntil(heard, now.plus(PAUSE));
  }

  /**
   * @param again when it is worth asking again
   */
  static Search unreadUntil(Heard heard, Instant again) {
    boolean never = heard.status() >= 400 && heard.status() < 500 && heard.status() != 429;
    String why = Optional.of(heard.why()).filter(words -> !words.isEmpty()).orElse(heard.words());
    return never ? new Search.CannotTell(why) : new Search.NotNow(again, why);
  }
}
