package bot.briefing.sandbox.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which addresses the platform takes in a text or under a button (TDLib's LinkManager, HttpUrl).
 */
final class Links {
  private static final Pattern SCHEME = Pattern.compile("^([^:/?#@\\[\\]]*)://", Pattern.DOTALL);
  private static final Pattern PERSON =
      Pattern.compile("^tg:(?://)?user/?\\?(?:.*&)?id=([0-9]{1,18})(?:[&#].*)?$");
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("^(tg|ton|tonsite):(?://)?", Pattern.CASE_INSENSITIVE);

  private Links() {}

  /** The person that {@code tg://user?id=…} means. */
  static OptionalLong person(String url) {
    Matcher matcher = PERSON.matcher(url.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** The address as the platform keeps it; empty when it takes it for none. */
  static Optional<String> checked(String url) {
    try {
      return Optional.of(check(url));
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  /**
   * The address as the platform keeps it.
   *
   * @throws Refusal in the words in which the platform refuses a button's address
   */
  static String check(String url) {
    Matcher other = OTHER_SCHEME.matcher(url);
    String scheme = other.find() ? other.group(1).toLowerCase(Locale.ROOT) : "";
    String rest = scheme.isEmpty() ? url : url.substring(other.end());
    Matcher matcher = SCHEME.matcher(rest);
    String protocol = matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    if (matcher.reset().find() && !protocol.equals("http") && !protocol.equals("https")) {
      throw invalid(url, "Unsupported URL protocol");
    }
    String address = matcher.reset().find() ? rest.substring(matcher.end()) : rest;
    int pathAt = firstOf(address, "/?#");
    String authority = address.substring(0, pathAt);
    String path = path(address.substring(pathAt));
    String userinfo = authority.substring(0, authority.lastIndexOf('@') + 1);
    String hostPort = authority.substring(userinfo.length());
    int colon = hostPort.endsWith("]") ? -1 : hostPort.lastIndexOf(':');
    String host = (colon < 0 ? hostPort : hostPort.substring(0, colon)).toLowerCase(Locale.ROOT);
    String port = colon < 0 ? "" : hostPort.substring(colon);
    if (!port.isEmpty() && !validPort(port.substring(1))) {
      throw invalid(url, "Wrong port number specified in the URL");
    }
    if (host.isEmpty()) {
      throw invalid(url, "URL host is empty");
    }
    if (host.equals(".")) {
      throw invalid(url, "Host is invalid");
    }
    boolean ipv6 = host.startsWith("[") && host.endsWith("]");
    if (!ipv6 && !host.matches("(?:[a-z0-9._!$,~*'();&+=-]|%[0-9a-f]{2}|[^\\x00-\\x7f])+")) {
      throw invalid(url, "Disallowed character in URL host");
    }
    if (!scheme.isEmpty()) {
      if (!protocol.isEmpty() || !userinfo.isEmpty() || !port.isEmpty() || ipv6) {
        throw invalid(url, scheme.equals("tg") ? "Wrong tg URL" : "Wrong ton URL");
      }
      if (!host.matches(scheme.equals("tonsite") ? "[a-z0-9_.-]+" : "[a-z0-9_-]+")) {
        throw invalid(url, "Unallowed characters in URL host");
      }
      return scheme + "://" + host + (path.startsWith("/?") ? path.substring(1) : path);
    }
    if (!ipv6 && host.indexOf('.') < 0) {
      throw invalid(url, "Wrong HTTP URL");
    }
    return (protocol.isEmpty() ? "http" : protocol) + "://" + userinfo + host + port + path;
  }

  private static String path(String raw) {
    StringBuilder path = new StringBuilder(raw.startsWith("/") ? "" : "/");
    raw.stripTrailing()
        .chars()
        .forEach(c -> path.append(c <= ' ' ? "%%%02X".formatted(c) : Character.toString(c)));
    return path.toString();
  }

  private static boolean validPort(String port) {
    String digits = port.replaceFirst("^0+(?=.)", "");
    return digits.matches("[1-9][0-9]{0,4}") && Integer.parseInt(digits) <= 65_535;
  }

  private static int firstOf(String text, String stops) {
    int at = 0;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static Refusal invalid(String url, String why) {
    return Refusal.badRequest("inline keyboard button URL '%s' is invalid: %s".formatted(url, why));
  }
}
