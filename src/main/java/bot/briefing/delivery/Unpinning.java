package bot.briefing.delivery;

import bot.briefing.chat.Platform;
import java.time.Instant;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which of the bot's own pins are to be taken down, in the caller's transaction. What is pinned is
 * a part like others, and taking it down is its edit.
 */
final class Unpinning {
  private static final String PINNED =
      """
      insert into edit (delivery, number, platform, words, state, attempts, not_before, planned)
      select p.delivery, p.number, d.platform, p.words, 'WAITING', 0, 0, :now
      from part p join delivery d on d.id = p.delivery
      where p.task = 'PIN' and p.message is not null
      """;

  private static final String ONCE = " on conflict (delivery, number) do nothing";

  private Unpinning() {}

  /**
   * Those of orders that have ended, or want none any more.
   *
   * @return how many
   */
  static int unwanted(Handle handle, Set<Platform> platforms, Instant now) {
    return handle
        .createUpdate(
            PINNED
                + """
                 and d.platform in (<platforms>) and not exists
                  (select 1 from subscription s where s.id = d.subscription and s.pin = 1)
                """
                + ONCE)
        .bindList("platforms", platforms.stream().map(Enum::name).toList())
        .bind("now", Millis.of(now))
        .execute();
  }

  /**
   * Those of a draft's deliveries.
   *
   * @param since as in {@link Mending}
   */
  static int of(Handle handle, Draft draft, Instant since, Instant now) {
    return handle
        .createUpdate(PINNED + " and d.draft = :draft and d.planned >= :since" + ONCE)
        .bind("draft", draft.id())
        .bind("since", Millis.of(since))
        .bind("now", Millis.of(now))
        .execute();
  }
}
