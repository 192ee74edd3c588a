package bot.briefing.chat;

import java.time.Instant;

/** A platform's word on one message (DESIGN, section 2). */
public sealed interface Receipt {
  /** It is in the chat. For an edit: the message says what it should. */
  record Sent(MessageId message) implements Receipt {}

  /**
   * Not now: nothing was sent.
   *
   * @param until before this instant nothing may be sent there
   * @param everywhere whether the bot as a whole has to wait, not just this chat
   */
  record RetryAfter(Instant until, boolean everywhere) implements Receipt {}

  /** The platform could not be reached, or is down: nothing was sent. */
  record Unreachable(String reason) implements Receipt {}

  /** Perhaps it was sent: the answer was lost, or could not be read. */
  record Ambiguous(String reason) implements Receipt {}

  /** The platform says that the bot can no longer write there. Nothing was sent. */
  record ChatGone(Reason reason) implements Receipt {}

  /** The thread is closed or deleted; the chat is there. Nothing was sent. */
  record ThreadGone() implements Receipt {}

  /**
   * The chat goes on under another id. Nothing was sent.
   *
   * @param newId the platform's own id
   */
  record Migrated(String newId) implements Receipt {}

  /**
   * The platform does not take this message, and never will. Nothing was sent.
   *
   * @param reason the platform's words
   */
  record Refused(String reason) implements Receipt {}

  /**
   * The platform refuses the bot itself (token revoked, address banned): no chat is to blame.
   * Nothing was sent.
   */
  record BotRefused(String reason) implements Receipt {}

  /** Why a chat is gone, on the platform's own word. */
  enum Reason {
    /** The bot was removed from the group, channel or server. */
    KICKED,
    /** The person has blocked the bot, or does not take direct messages. */
    BLOCKED,
    /** The chat, channel or account does not exist any more. */
    DELETED,
    /** The bot is there and may not write. */
    FORBIDDEN
  }
}
