package bot.briefing.sandbox.fault;

/**
 * A fault that stands until it is spent or cleared.
 *
 * @param method Telegram's method ({@code "sendMessage"}) or Discord's verb and route as in the
 *     book ({@code "POST /channels/{channel_id}/messages"}); empty for any
 * @param chat the platform's id of the chat; empty for any
 * @param times how many requests it befalls; 0 for good
 * @param skip so many requests that it would befall pass first
 * @param probability for each request, drawn from the seed, the chat and the how-manieth request of
 *     that chat it is: the order between chats changes nothing
 */
public record Fault(
    Effect effect, String method, String chat, int times, int skip, double probability, long seed) {
  public Fault {
    if (times < 0 || skip < 0 || !(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "A fault has times and skip from 0 and a probability above 0 up to 1.");
    }
  }

  /** For every request, for good. */
  public static Fault of(Effect effect) {
    return new Fault(effect, "", "", 0, 0, 1, 0);
  }

  /** For this method or route only. */
  public Fault on(String onlyMethod) {
    return new Fault(effect, onlyMethod, chat, times, skip, probability, seed);
  }

  /** For this chat only. */
  public Fault in(String onlyChat) {
    return new Fault(effect, method, onlyChat, times, skip, probability, seed);
  }

  /** So many times. */
  public Fault times(int count) {
    return new Fault(effect, method, chat, count, skip, probability, seed);
  }

  /** Not for the first ones. */
  public Fault skipping(int count) {
    return new Fault(effect, method, chat, times, count, probability, seed);
  }

  /** By chance. */
  public Fault withProbability(double chance, long fromSeed) {
    return new Fault(effect, method, chat, times, skip, chance, fromSeed);
  }
}
