package bot.briefing.http;

import java.io.IOException;

/** The way to a platform or back was lost. Names no address, and so no token. */
public final class LostException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean begun;
  private final String why;

  LostException(boolean begun, IOException lost) {
    String said = lost.getClass().getSimpleName() + ": " + lost.getMessage();
    super(said);
    this.begun = begun;
    this.why = said;
  }

  /** Whether the first byte of the request had been written, so that it may have arrived whole. */
  public boolean begun() {
    return begun;
  }

  /** In the words of who lost it. */
  public String why() {
    return why;
  }
}
