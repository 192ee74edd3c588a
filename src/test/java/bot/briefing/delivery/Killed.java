package bot.briefing.delivery;

/** The process dies here: nothing of ours may catch it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1;
}
