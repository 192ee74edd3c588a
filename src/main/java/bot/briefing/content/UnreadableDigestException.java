package bot.briefing.content;

/**
 * A file that is no digest: empty, not UTF-8, or with a front matter that is not closed or no YAML
 * (DESIGN, section 3); or one that is out of all proportion.
 */
public final class UnreadableDigestException extends Exception {
  /** Why a file cannot be read. */
  public enum Reason {
    EMPTY("the file is empty"),
    TOO_LARGE("the file is larger than this program has memory for"),
    NOT_UTF8("the file is not UTF-8"),
    NOT_CLOSED("the front matter is opened by --- and never closed"),
    NOT_YAML("the front matter is no YAML");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  private final transient int line;
  private final Reason reason;

  /**
   * @param line in the file, from 1
   * @param detail in English, for the log; may be empty
   */
  public UnreadableDigestException(String fileName, int line, Reason reason, String detail) {
    super(fileName + ":" + line + ": " + reason.words + (detail.isEmpty() ? "" : ": " + detail));
    this.line = line;
    this.reason = reason;
  }

  public int line() {
    return line;
  }

  public Reason reason() {
    return reason;
  }
}
