package bot.briefing.store;

/**
 * The database cannot be used as it is, and was not touched. The message says why, in English, and
 * holds no password.
 */
public final class UnusableDatabaseException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  public UnusableDatabaseException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why; each has its mend in the texts {@code cli.database.NAME}. */
  public enum Reason {
    CORRUPT,
    READ_ONLY,
    FULL,
    /** A newer version of the bot has migrated it. */
    NEWER,
    /** Another instance holds it. */
    LOCKED,
    /** The server or the file cannot be reached. */
    UNREACHABLE
  }
}
