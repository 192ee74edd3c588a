package bot.briefing.telegram;

import java.io.IOException;

/** The way to Telegram or back was lost. Names no token. */
final class LostException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean begun;
  private final String why;

  LostException(boolean begun, String why) {
    super(why);
    this.begun = begun;
    this.why = why;
  }

  /** Whether the first byte of the request had been written, so that it may have arrived whole. */
  boolean begun() {
    return begun;
  }

  String why() {
    return why;
  }
}
