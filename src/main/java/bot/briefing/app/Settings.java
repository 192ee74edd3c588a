package bot.briefing.app;

import bot.briefing.card.Span;
import bot.briefing.delivery.Ambiguity;
import bot.briefing.text.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose, checked.
 *
 * @param discordToken absent: Discord is not served
 * @param telegramToken absent: Telegram is not served
 * @param discordApi ends in a slash
 * @param telegramApi has no path
 * @param port of the page; 0 takes any free one
 */
record Settings(
    @Nullable Secret discordToken,
    @Nullable Secret telegramToken,
    URI discordApi,
    URI telegramApi,
    Path content,
    Language language,
    int port,
    PushSettings push) {
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * Reads the settings.
   *
   * @param values by name, without those that are not set
   * @throws WrongSettingException for the first that is wrong
   */
  static Settings of(Map<Setting, String> values) throws WrongSettingException {
    Values read = new Values(values);
    return new Settings(
        read.secret(Setting.DISCORD_TOKEN).orElse(null),
        read.secret(Setting.TELEGRAM_TOKEN).orElse(null),
        read.address(Setting.DISCORD_API_URL, true),
        read.address(Setting.TELEGRAM_API_URL, false),
        read.path(Setting.CONTENT_DIR),
        read.language(Setting.DEFAULT_LANGUAGE),
        read.port(Setting.PORT),
        new PushSettings(
            read.database().orElse(null),
            read.path(Setting.DATA_DIR),
            read.duration(Setting.DIGEST_MAX_AGE),
            read.duration(Setting.DIGEST_GRACE),
            read.duration(Setting.EDITION_WAIT),
            read.ambiguous(),
            read.clock().orElse(null)));
  }

  /** Whether no platform is named, so that the loopback ones are served. */
  boolean withoutTokens() {
    return discordToken == null && telegramToken == null;
  }

  /** A port's number, or that this is none. */
  static Optional<Integer> port(String digits) {
    try {
      int port = Integer.parseInt(digits);
      return port >= 0 && port <= 65_535 ? Optional.of(port) : Optional.empty();
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private record Values(Map<Setting, String> values) {
    String text(Setting setting) {
      String value = values.getOrDefault(setting, "").strip();
      return value.isEmpty() ? setting.standard() : value;
    }

    Optional<Secret> secret(Setting setting) throws WrongSettingException {
      String value = text(setting);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      if (!TOKEN.matcher(value).matches()) {
        throw new WrongSettingException(setting, value);
      }
      return Optional.of(new Secret(value));
    }

    URI address(Setting setting, boolean withPath) throws WrongSettingException {
      String value = text(setting);
      URI address;
      try {
        address = new URI(withPath && !value.endsWith("/") ? value + "/" : value);
      } catch (URISyntaxException e) {
        throw new WrongSettingException(setting, value);
      }
      String path = address.getPath();
      boolean bare =
          address.getQuery() == null
              && address.getFragment() == null
              && address.getUserInfo() == null;
      boolean fits = withPath || path == null || path.isEmpty() || path.equals("/");
      if (!Span.isWeb(address) || !bare || !fits) {
        throw new WrongSettingException(setting, withoutUser(address, value));
      }
      return address;
    }

    private static String withoutUser(URI address, String value) {
      String user = address.getRawUserInfo();
      return user == null ? value : value.replace(user, "***");
    }

    Path path(Setting setting) throws WrongSettingException {
      try {
        return Path.of(text(setting));
      } catch (InvalidPathException e) {
        throw new WrongSettingException(setting, text(setting));
      }
    }

    Optional<Secret> database() throws WrongSettingException {
      String value = text(Setting.DATABASE_URL);
      if (!value.isEmpty() && !value.startsWith("jdbc:postgresql:")) {
        throw new WrongSettingException(Setting.DATABASE_URL, value);
      }
      return value.isEmpty() ? Optional.empty() : Optional.of(new Secret(value));
    }

    /** {@code 36h}, {@code 90m}, {@code 45s}, {@code 2d}, or several of them: {@code 1h30m}. */
    Duration duration(Setting setting) throws WrongSettingException {
      String value = text(setting).toUpperCase(Locale.ROOT);
      int days = value.indexOf('D') + 1;
      String time = value.substring(days);
      try {
        Duration duration =
            Duration.parse("P" + value.substring(0, days) + (time.isEmpty() ? "" : "T" + time));
        if (!duration.isNegative()) {
          return duration;
        }
      } catch (DateTimeParseException wrong) {
        // Said below.
      }
      throw new WrongSettingException(setting, text(setting));
    }

    Ambiguity ambiguous() throws WrongSettingException {
      return switch (text(Setting.AMBIGUOUS)) {
        case "resend" -> Ambiguity.RESEND;
        case "skip" -> Ambiguity.SKIP;
        default -> throw new WrongSettingException(Setting.AMBIGUOUS, text(Setting.AMBIGUOUS));
      };
    }

    /** Whoever sets the clock decides what is sent: nobody but this machine. */
    Optional<URI> clock() throws WrongSettingException {
      if (text(Setting.CLOCK_URL).isEmpty()) {
        return Optional.empty();
      }
      URI address = address(Setting.CLOCK_URL, true);
      String host = String.valueOf(address.getHost());
      if (!host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("[::1]")) {
        throw new WrongSettingException(Setting.CLOCK_URL, text(Setting.CLOCK_URL));
      }
      return Optional.of(URI.create(text(Setting.CLOCK_URL)));
    }

    Language language(Setting setting) throws WrongSettingException {
      for (Language language : Language.values()) {
        if (language.tag().equals(text(setting))) {
          return language;
        }
      }
      throw new WrongSettingException(setting, text(setting));
    }

    int port(Setting setting) throws WrongSettingException {
      return Settings.port(text(setting))
          .orElseThrow(() -> new WrongSettingException(setting, text(setting)));
    }
  }
}
