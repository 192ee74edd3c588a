package bot.briefing.chat;

/** Where a person speaks to the bot. */
public enum Platform {
  DISCORD,
  TELEGRAM,
  /** The command line: {@code ask} and {@code preview}. */
  TERMINAL
}
