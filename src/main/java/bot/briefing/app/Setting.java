package bot.briefing.app;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A setting: an environment variable, or a line of {@code briefing.properties} in the working
 * directory; the environment wins. The README's table and the texts {@code cli.setting.NAME} (what
 * it must be) follow this list, held by tests.
 */
enum Setting {
  DISCORD_TOKEN("", true),
  TELEGRAM_TOKEN("", true),
  DISCORD_API_URL("https://discord.com/api/v10/", false),
  TELEGRAM_API_URL("https://api.telegram.org", false),
  CONTENT_DIR("content", false),
  DEFAULT_LANGUAGE("ko", false),
  PORT("8080", false),
  DATABASE_URL("", true),
  DATA_DIR("data", false),
  DIGEST_MAX_AGE("36h", false),
  DIGEST_GRACE("3h", false),
  EDITION_WAIT("30m", false),
  AMBIGUOUS("resend", false),
  CLOCK_URL("", false);

  private final String standard;
  private final boolean secret;

  Setting(String standard, boolean secret) {
    this.standard = standard;
    this.secret = secret;
  }

  /** All names, for a person who mistyped one. */
  static String names() {
    return Arrays.stream(values()).map(Setting::name).collect(Collectors.joining(", "));
  }

  /** The value where none is set; empty for none. */
  String standard() {
    return standard;
  }

  /** A value as it may be shown: a secret's is not. */
  String shown(String value) {
    return secret ? "***" : value;
  }
}
