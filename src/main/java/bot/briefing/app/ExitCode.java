package bot.briefing.app;

import bot.briefing.command.Answer;

/** What the program's exit codes mean; the README's table and {@code --help} follow this list. */
final class ExitCode {
  static final int OK = 0;

  /** {@code ask}: understood, but nothing found. {@code lint}: there is an error. */
  static final int NOTHING = 1;

  /** Not understood, or wrong usage. */
  static final int USAGE = 2;

  /** Content or settings cannot be read; {@code run}: no platform is left to serve. */
  static final int UNREADABLE = 3;

  /** A fault of ours (sysexits.h, EX_SOFTWARE). */
  static final int OURS = 70;

  private ExitCode() {}

  static int of(Answer.Outcome outcome) {
    return switch (outcome) {
      case FOUND -> OK;
      case NOTHING -> NOTHING;
      case NOT_UNDERSTOOD -> USAGE;
      case UNREADABLE -> UNREADABLE;
    };
  }
}
