package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteOutboxTest extends OutboxContract {
  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void many_wait_for_their_turn_and_all_get_it() {
    List<String> chats = new ArrayList<>();
    for (int number = 0; number < 700; number++) {
      chats.add("c" + number);
      scene.subscribe("c" + number);
    }
    scene.publish("one");
    scene.work(Duration.ofSeconds(3), SECOND);
    assertThat(scene.postbox.taken.stream().map(one -> one.chat().id()))
        .containsExactlyInAnyOrderElementsOf(chats);
  }

  @Override
  Database open() throws Exception {
    return Fresh.sqlite(folder.resolve("briefing.db"));
  }
}
