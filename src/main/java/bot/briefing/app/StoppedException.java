package bot.briefing.app;

/**
 * The program cannot go on for a reason that its user can mend; carries the sentence of the bundles
 * that tells it.
 */
final class StoppedException extends Exception {
  private final String key;
  private final transient Object[] arguments;

  StoppedException(String key, Object... arguments) {
    super(key);
    this.key = key;
    this.arguments = arguments.clone();
  }

  String key() {
    return key;
  }

  Object[] arguments() {
    return arguments.clone();
  }
}
