package bot.briefing.app;

/**
 * A token. Its {@code toString} does not tell it, so that it cannot stand in a log or an exception
 * by accident.
 */
record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
