package bot.briefing.card;

/** How much of a digest a pushed briefing shows. */
public enum Layout {
  /** The headlines alone. */
  HEADLINES,
  /** Headlines with their leads, in one message. */
  OVERVIEW,
  /** Every article's card, in as many messages as needed, in order. */
  FULL
}
