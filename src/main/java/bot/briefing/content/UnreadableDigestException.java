package bot.briefing.content;

/**
 * A file that is no digest: empty, not UTF-8, or with a front matter that is not closed or no YAML
 * (DESIGN, section 3).
 */
public final class UnreadableDigestException extends Exception {
  private final transient int line;

  /**
   * @param line in the file, from 1
   * @param reason in English, for the log
   */
  public UnreadableDigestException(String fileName, int line, String reason) {
    super(fileName + ":" + line + ": " + reason);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
