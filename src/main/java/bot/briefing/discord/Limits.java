package bot.briefing.discord;

/** What a message may hold (Developer documentation, Components Reference). */
final class Limits {
  /** UTF-16 units of text over all text displays; Discord's own unit counts no more than these. */
  static final int TEXT = 4000;

  /** Components of a message, nested ones too. */
  static final int COMPONENTS = 40;

  static final int BUTTONS_IN_ROW = 5;
  static final int BUTTON_LABEL = 80;
  static final int BUTTON_ADDRESS = 512;
  static final int OPTIONS = 25;
  static final int OPTION_TEXT = 100;
  static final int PLACEHOLDER = 150;
  static final int MEDIA_ADDRESS = 2048;
  static final int MEDIA_DESCRIPTION = 1024;

  private Limits() {}
}
