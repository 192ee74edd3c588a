package bot.briefing.content;

import bot.briefing.card.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses as authors type them. */
final class Addresses {
  private Addresses() {}

  /**
   * A web address. What a browser would mend is mended: spaces, Hangul and other characters that an
   * address may not hold are escaped.
   */
  static Optional<URI> web(String typed) {
    String trimmed = typed.strip();
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
