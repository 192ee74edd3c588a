package bot.briefing.chat;

/**
 * One message of a delivery, as it is stored: what is stored decides what is sent. Made by {@link
 * Channel#split}, and read only by the channel of the same platform.
 *
 * @param body the message in the channel's own form, without chat, key and mark
 * @param plain the words alone, for a platform that refuses the body, and for a person who reads
 *     the database
 */
public record Part(String body, String plain) {
  public Part {
    if (body.isEmpty() || plain.isEmpty()) {
      throw new IllegalArgumentException("an empty part");
    }
  }

  /** The words alone: how a refused message is sent once more. */
  public Part asPlain() {
    return new Part(plain, plain);
  }

  /** Whether a channel sends it as text, without any form. */
  public boolean isPlain() {
    return body.equals(plain);
  }
}
