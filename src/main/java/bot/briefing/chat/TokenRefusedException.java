package bot.briefing.chat;

/** A platform does not know the bot's token. */
public final class TokenRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param platform its name, for the log
   */
  public TokenRefusedException(String platform) {
    super(platform + " refused the token");
  }
}
