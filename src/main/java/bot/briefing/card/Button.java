package bot.briefing.card;

import java.net.URI;

/** A button of a card. */
public sealed interface Button {
  /**
   * What is written on it; never empty. A renderer cuts it to its platform's length, between
   * grapheme clusters.
   */
  String label();

  /** Asks the bot for something. */
  record Act(String label, Action action) implements Button {}

  /** Opens a web page. */
  record Link(String label, URI url) implements Button {
    public Link {
      if (!Span.isWeb(url)) {
        throw new IllegalArgumentException("not a web address: " + url);
      }
    }
  }

  /**
   * Lets a reader who is alone with the bot choose another chat, where the platform has such a
   * button; then {@link Action.Elsewhere} of its step is done. Elsewhere it is left out.
   *
   * @param channel whether channels are offered, or groups
   */
  record Share(String label, Step step, boolean channel) implements Button {}
}
