package bot.briefing.delivery;

import bot.briefing.store.Database;

final class PostgresExtrasTest extends ExtrasContract {
  @Override
  Database open() throws Exception {
    return Fresh.postgres();
  }
}
