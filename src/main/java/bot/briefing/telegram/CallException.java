package bot.briefing.telegram;

/** A call that failed. Names no token. */
final class CallException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Trouble trouble;

  CallException(Trouble trouble) {
    super(trouble.toString());
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
