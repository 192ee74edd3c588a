package bot.briefing.content;

import bot.briefing.card.Span;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as authors type them. */
final class Addresses {
  private static final Pattern HOST = Pattern.compile("(?i)(https?://)([^/?#:@\\s]+)");

  private Addresses() {}

  /**
   * A web address. What a browser would mend is mended: spaces, Hangul and other characters that an
   * address may not hold are escaped, a host in Hangul is written as its name's ASCII form.
   */
  static Optional<URI> web(String typed) {
    String trimmed = ascii(typed.strip());
    try {
      return Optional.of(new URI(trimmed)).filter(Span::isWeb);
    } catch (URISyntaxException e) {
      try {
        return Optional.of(new URI(escaped(trimmed))).filter(Span::isWeb);
      } catch (URISyntaxException still) {
        return Optional.empty();
      }
    }
  }

  private static String ascii(String address) {
    Matcher host = HOST.matcher(address);
    if (!host.lookingAt() || host.group(2).chars().allMatch(unit -> unit < 0x80)) {
      return address;
    }
    try {
      return host.group(1)
          + IDN.toASCII(Normalizer.normalize(host.group(2), Normalizer.Form.NFC))
          + address.substring(host.end());
    } catch (IllegalArgumentException noHost) {
      return address;
    }
  }

  private static String escaped(String typed) {
    StringBuilder escaped = new StringBuilder();
    typed
        .codePoints()
        .forEach(
            codePoint -> {
              if (codePoint > ' ' && codePoint < 0x7f && "\"<>\\^`{|}".indexOf(codePoint) < 0) {
                escaped.appendCodePoint(codePoint);
              } else {
                for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                  escaped.append('%').append(String.format("%02X", octet));
                }
              }
            });
    return escaped.toString();
  }
}
