package bot.briefing.delivery;

/** The right to a platform: only who has it polls and sends. */
interface Lease {
  /** Each time somebody takes the platform it is greater; 0: this instance has not taken it. */
  long epoch();

  /** Whether it is still ours, as far as that can be known without asking. */
  boolean isHeld();
}
