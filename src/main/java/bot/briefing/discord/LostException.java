package bot.briefing.discord;

import java.io.IOException;

/** The way to Discord or back was lost. */
final class LostException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean begun;

  LostException(boolean begun, String why) {
    super(why);
    this.begun = begun;
  }

  /** Whether the first byte of the request had been written, so that it may have arrived whole. */
  boolean begun() {
    return begun;
  }
}
