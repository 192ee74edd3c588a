package bot.briefing.sandbox.discord;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which addresses the platform takes. */
final class Links {
  static final List<String> WEB = List.of("http", "https");
  static final List<String> BUTTON = List.of("http", "https", "discord");
  static final List<String> MEDIA = List.of("http", "https", "attachment");

  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern PLACE = Pattern.compile("//[^\\s/?#][^\\s]*");

  private Links() {}

  static void check(Form form, String url, List<String> schemes) {
    Matcher address = ADDRESS.matcher(url);
    if (!address.matches()) {
      form.add("URL_TYPE_INVALID_URL", "Not a well formed URL.");
    } else if (!schemes.contains(address.group(1).toLowerCase(Locale.ROOT))) {
      form.add(
          "URL_TYPE_INVALID_SCHEME",
          "Scheme \""
              + address.group(1)
              + "\" is not supported. Scheme must be one of ("
              + schemes.stream().map(s -> "'" + s + "'").collect(Collectors.joining(", "))
              + ").");
    } else if (!PLACE.matcher(address.group(2)).matches()) {
      form.add("URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }
  }
}
