package bot.briefing.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --port N}, which wins over the setting. */
final class PortOption {
  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port")
  private @Nullable Integer port;

  int orElse(int setting) throws WrongSettingException {
    if (port == null) {
      return setting;
    }
    if (port < 0 || port > 65_535) {
      throw new WrongSettingException(Setting.PORT, port.toString());
    }
    return port;
  }
}
