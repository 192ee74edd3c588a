package bot.briefing.subscription;

/**
 * Why a digest came, came late, or did not come: the closed set that {@code /why} answers out of.
 * The sentence is the text {@code why.NAME}, and the README lists them all.
 */
public enum Reason {
  /** Came at its slot, or as soon as it was published. */
  ON_TIME,
  /** Came when it was published, into a slot that was waiting for it. */
  LATE_DIGEST,
  /** An older one came, since nothing newer was published within the grace. */
  GRACE_ENDED,
  /** Came in the default's language, since its own edition did not appear in time. */
  OTHER_EDITION,
  /** Was due in the chat's quiet hours, and came at their end. */
  QUIET_HOURS,
  /** Came late, since the bot was not running at the slot. */
  BOT_WAS_DOWN,
  /** Came late, since the platform made the bot wait. */
  RATE_LIMITED,
  /** Came late, since the platform could not be reached. */
  PLATFORM_DOWN,
  /** Came when the chat was reachable again. */
  RESUMED,
  /** Somebody asked for it: a test, or the operator's resend. */
  ASKED_FOR,
  /** Waits for its slot. */
  WAITS_FOR_SLOT,
  /** Waits for a digest: none is new. */
  WAITS_FOR_DIGEST,
  /** Waits for the edition in the chat's language. */
  WAITS_FOR_EDITION,
  /** Waits for the end of the chat's quiet hours. */
  WAITS_FOR_QUIET_END,
  /** Planned, and waits for its turn. */
  WAITS_FOR_TURN,
  /** Not sent: nothing in it is of what the chat chose, or all of that is muted. */
  NO_TOPIC_MATCHED,
  /** Not sent: a newer one went instead. */
  SUPERSEDED,
  /** Not sent: it was older than {@code DIGEST_MAX_AGE} when it could have gone. */
  TOO_OLD,
  /** Not sent: published before the chat subscribed. */
  BEFORE_SUBSCRIPTION,
  /** Not sent: not a day on which the chat wants one. */
  NOT_ITS_DAY,
  /** Not sent: the chat had paused. */
  PAUSED,
  /** Not sent: the chat was gone, on the platform's word. */
  SUSPENDED,
  /** Not sent: the platform did not take the message. */
  REFUSED,
  /** Perhaps sent: the platform's answer was lost, and {@code AMBIGUOUS} is {@code skip}. */
  IN_DOUBT,
  /** Not sent: it was unpublished, or withdrawn, before it went. */
  WITHDRAWN,
  /** Not sent: its file was missing for more than ten minutes before it went. */
  FILE_MISSING,
  /** Came, and was corrected in place. */
  CORRECTED,
  /** Came, and is to be corrected in place: the edits wait for their turn. */
  CORRECTION_WAITS,
  /** Came, and some of it stays as it was: the platform no longer lets it be edited. */
  NOT_EDITABLE,
  /** Came, and was withdrawn: a notice stands in its place. */
  RETRACTED,
  /** Came, and was not pinned: the platform refused that. */
  NOT_PINNED,
  /** Came, and the one before is still pinned: the platform refused to take that down. */
  STILL_PINNED,
  /** Came, and the platform refused a thread for it: all of it stands in the channel. */
  NO_THREAD,
  /** Came, and the platform refused to send it on to followers. */
  NOT_CROSSPOSTED,
  /** Came, and the platform refused to call the role. */
  ROLE_NOT_CALLED,
  /** There is no digest of that day. */
  NO_DIGEST,
  /** The chat has no subscription. */
  NOT_SUBSCRIBED
}
