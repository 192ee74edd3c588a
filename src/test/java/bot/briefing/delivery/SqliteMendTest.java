package bot.briefing.delivery;

import bot.briefing.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteMendTest extends MendContract {
  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Override
  Database open() throws Exception {
    return Fresh.sqlite(folder.resolve("briefing.db"));
  }
}
