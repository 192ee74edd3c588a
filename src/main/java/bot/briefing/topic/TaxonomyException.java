package bot.briefing.topic;

/** A file of topics or sources that cannot be used: says where, why and the mend. */
public final class TaxonomyException extends Exception {
  private final String file;
  private final int line;
  private final String reason;

  /**
   * @param file its name without folder
   * @param line in the file, from 1
   * @param reason in English, with the mend
   */
  TaxonomyException(String file, int line, String reason) {
    super(file + ":" + line + ": " + reason);
    this.file = file;
    this.line = line;
    this.reason = reason;
  }

  /** The file's name without folder. */
  public String file() {
    return file;
  }

  /** The line in the file, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong and the mend, in English. */
  public String reason() {
    return reason;
  }
}
