package bot.briefing.delivery;

/** What becomes of a message that may have been sent, where nobody can tell. */
public enum Ambiguity {
  /** It is sent again: nothing is lost, it may come twice. */
  RESEND,
  /** It is not sent again: nothing comes twice, it may be lost, and the ledger says so. */
  SKIP
}
