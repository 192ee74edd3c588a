package bot.briefing.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --port N}, which wins over the setting. */
final class PortOption {
  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", converter = Port.class)
  private @Nullable Integer port;

  int orElse(int setting) {
    return port == null ? setting : port;
  }

  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      return Settings.port(typed).orElseThrow(() -> new TypeConversionException(typed));
    }
  }
}
