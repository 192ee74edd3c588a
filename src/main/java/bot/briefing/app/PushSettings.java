package bot.briefing.app;

import bot.briefing.delivery.Ambiguity;
import bot.briefing.subscription.DueRule;
import bot.briefing.text.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose of the push side, checked.
 *
 * @param databaseUrl a PostgreSQL by JDBC's address, with its password; absent: an SQLite file
 * @param data the folder of the SQLite file
 * @param clock a sandbox that tells the instant, on this machine only; absent: the system's
 */
record PushSettings(
    @Nullable Secret databaseUrl,
    Path data,
    Duration maxAge,
    Duration grace,
    Duration editionWait,
    Ambiguity ambiguous,
    @Nullable URI clock) {
  /**
   * What the due rule goes by.
   *
   * @param standard the language of a chat whose own edition does not appear
   */
  DueRule.Settings rule(Language standard) {
    return new DueRule.Settings(maxAge, grace, editionWait, standard);
  }

  /** The same with an SQLite file elsewhere. */
  PushSettings keptIn(Path folder) {
    return new PushSettings(null, folder, maxAge, grace, editionWait, ambiguous, clock);
  }
}
