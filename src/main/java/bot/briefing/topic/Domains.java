package bot.briefing.topic;

import bot.briefing.text.Fold;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sources by the domains of their addresses; the longest that fits. */
final class Domains {
  private static final String NAME = "[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+";
  private static final Pattern DOMAIN = Pattern.compile("(?!www\\.)" + NAME);
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\\s]*@)?(?:www\\.)?(" + NAME + ")");

  private final Map<String, Source> byDomain = new HashMap<>();

  Domains(Collection<Source> sources) {
    for (Source source : sources) {
      source.domains().forEach(domain -> byDomain.putIfAbsent(domain, source));
    }
  }

  static boolean isDomain(String text) {
    return DOMAIN.matcher(text).matches();
  }

  /**
   * The domain of an address, however much of it somebody typed: {@code fujitsu.com}, {@code
   * www.fujitsu.com}, {@code https://www.fujitsu.com/x}; without {@code www.}
   */
  private static Optional<String> of(String typed) {
    Matcher address = ADDRESS.matcher(Fold.plain(typed).strip());
    return address.lookingAt() ? Optional.of(address.group(1)) : Optional.empty();
  }

  /** The domain of a host, without {@code www.} */
  static String ofHost(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") ? lower.substring(4) : lower;
  }

  /** The source of an address. */
  Optional<Source> find(String typed) {
    Optional<String> domain = of(typed);
    while (domain.isPresent()) {
      Source found = byDomain.get(domain.get());
      if (found != null) {
        return Optional.of(found);
      }
      domain = domain.map(Domains::parent).filter(parent -> parent.indexOf('.') > 0);
    }
    return Optional.empty();
  }

  private static String parent(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }
}
