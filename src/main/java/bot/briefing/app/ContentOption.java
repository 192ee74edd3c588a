package bot.briefing.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --content DIR}, which wins over the setting. */
final class ContentOption {
  @Option(names = "--content", paramLabel = "DIR", descriptionKey = "content")
  private @Nullable Path content;

  Path orElse(Path setting) {
    return content == null ? setting : content;
  }
}
