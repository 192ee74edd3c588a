package bot.briefing.card;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a button does. Carries all that it needs, so that it works after a restart and on an old
 * message; {@link ActionCodec} writes it. Pages count from 0.
 */
public sealed interface Action {
  /** Shows the latest digest. */
  record Today() implements Action {}

  /** Shows what digests there are of a day. */
  record OnDate(LocalDate date) implements Action {}

  /** Shows a page of a digest's overview. */
  record Overview(DigestId digest, int page) implements Action {}

  /**
   * Shows an article.
   *
   * @param article the short hash of its link, or of its headline where it has none: a correction
   *     may move an article
   */
  record Read(DigestId digest, ShortHash article) implements Action {}

  /**
   * Shows a page of a topic's articles.
   *
   * @param topic the short hash of the topic's id
   */
  record OnTopic(ShortHash topic, int page) implements Action {}

  /**
   * Shows a page of a source's articles.
   *
   * @param source the short hash of the source's name
   */
  record FromSource(ShortHash source, int page) implements Action {}

  /** Lists the topics. */
  record Topics(int page) implements Action {}

  /** Lists the sources. */
  record Sources(int page) implements Action {}

  /** Shows the help. */
  record Help() implements Action {}

  /**
   * Shows what this chat has ordered, or changes it.
   *
   * @param order the short hash of the name of one of its orders; absent: the one without a name,
   *     or where the step is about all of them, all
   */
  record Manage(Step step, @Nullable ShortHash order) implements Action {
    public Manage(Step step) {
      this(step, null);
    }
  }

  /**
   * Lists the topics or sources of which this chat may order some.
   *
   * @param order as of {@link Manage}
   */
  record Choose(Listed listed, int page, @Nullable ShortHash order) implements Action {
    public Choose(int page) {
      this(page, null);
    }

    public Choose(int page, @Nullable ShortHash order) {
      this(Listed.TOPICS, page, order);
    }
  }

  /**
   * Takes a topic or source into what this chat has ordered, or out of it.
   *
   * @param subject the short hash of the topic's id, or of the source's name
   * @param page of the list that is shown then; at most 499,999
   * @param order as of {@link Manage}
   */
  record Pick(Listed listed, ShortHash subject, boolean wanted, int page, @Nullable ShortHash order)
      implements Action {
    public Pick(ShortHash topic, boolean wanted, int page) {
      this(topic, wanted, page, null);
    }

    public Pick(ShortHash topic, boolean wanted, int page, @Nullable ShortHash order) {
      this(Listed.TOPICS, topic, wanted, page, order);
    }
  }

  /** Of what a chat may order some. */
  enum Listed {
    TOPICS,
    SOURCES
  }

  /**
   * Orders in one of several zones that a word means.
   *
   * @param zone the short hash of its id
   * @param line what else was typed, packed: {@code A–Z a–z 0–9 _ -}, at most 55 of them
   */
  record Settle(ShortHash zone, String line) implements Action {
    private static final int LONGEST = 55;

    public Settle {
      if (line.length() > LONGEST || !line.matches("[A-Za-z0-9_-]*")) {
        throw new IllegalArgumentException("not packed: " + line);
      }
    }
  }

  /**
   * Does something for another chat than the one where the button is.
   *
   * @param of about what a chat has ordered
   * @param chat the platform's own id
   */
  record Elsewhere(Action of, String chat) implements Action {
    public Elsewhere {
      if (of instanceof Turn || of instanceof Elsewhere || !of.isOfChat()) {
        throw new IllegalArgumentException("nothing of another chat: " + of);
      }
    }
  }

  /** Whether it is about what a chat has ordered: whoever may not manage that may not do it. */
  default boolean isOfChat() {
    return switch (this) {
      case Manage _, Choose _, Pick _, Settle _, Elsewhere _ -> true;
      case Turn(var of, _) -> of.isOfChat();
      case Today _, OnDate _, Overview _, Read _, OnTopic _, FromSource _ -> false;
      case Topics _, Sources _, Help _ -> false;
    };
  }

  /**
   * Turns to a further part of what an action shows, where that is too long for one message of the
   * platform.
   *
   * @param of never itself a {@code Turn}
   * @param part from 0
   */
  record Turn(Action of, int part) implements Action {
    public Turn {
      if (of instanceof Turn) {
        throw new IllegalArgumentException("a turn of a turn");
      }
    }
  }
}
