package bot.briefing.store;

import java.io.IOException;
import java.nio.channels.Channel;

/** Closes what is of no more use. */
final class Quietly {
  private Quietly() {}

  static void close(Channel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }
}
