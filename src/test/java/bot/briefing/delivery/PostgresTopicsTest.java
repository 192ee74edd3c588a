package bot.briefing.delivery;

import bot.briefing.store.Database;

final class PostgresTopicsTest extends TopicsContract {
  @Override
  Database open() throws Exception {
    return Fresh.postgres();
  }
}
