package bot.briefing.telegram;

/** Telegram does not know the bot's token (401, or 404 for what is no token at all). */
public final class TokenRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  TokenRefusedException() {
    super("Telegram refused the token");
  }
}
