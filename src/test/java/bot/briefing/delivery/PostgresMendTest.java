package bot.briefing.delivery;

import bot.briefing.store.Database;

final class PostgresMendTest extends MendContract {
  @Override
  Database open() throws Exception {
    return Fresh.postgres();
  }
}
