package bot.briefing.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a pushed message the same one when it is sent again: the same for every attempt at one
 * part, different for every two parts.
 *
 * @param delivery the delivery's id
 * @param part the part's number, from 0
 */
public record Key(String delivery, int part) {
  private static final int NONCE = 24;

  /** 24 characters that a platform may know the message by (Discord: at most 25). */
  public String nonce() {
    return HexFormat.of().formatHex(hash()).substring(0, NONCE);
  }

  /** 31 bits that stand in the message itself; never 0. */
  public int mark() {
    byte[] hash = hash();
    int bits = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      bits = (bits << Byte.SIZE) | (hash[hash.length - 1 - i] & 0xff);
    }
    return Math.max(1, bits & Integer.MAX_VALUE);
  }

  private byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((delivery + "/" + part).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
