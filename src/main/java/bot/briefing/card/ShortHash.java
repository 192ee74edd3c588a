package bot.briefing.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * 36 bits of a text's SHA-256, as six characters of base64url: short enough for a button, and the
 * same after every restart. The text is taken in NFC.
 *
 * @param value six characters of {@code A–Z a–z 0–9 _ -}
 */
public record ShortHash(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{6}");

  public ShortHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a short hash: " + value);
    }
  }

  public static ShortHash of(String text) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8));
      return new ShortHash(Base64.getUrlEncoder().encodeToString(whole).substring(0, 6));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
