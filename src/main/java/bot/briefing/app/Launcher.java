package bot.briefing.app;

import java.nio.file.Path;
import java.util.Optional;

/** The script beside the jar, which tells the process that it starts where it stands. */
final class Launcher {
  private static final String FOLDER = "briefing.launcher";

  private Launcher() {}

  /** Empty: started without it. */
  static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of);
  }

  /** What {@code --train} keeps there that is not Java. */
  static Optional<Path> natives() {
    return folder().map(folder -> folder.resolve("native"));
  }
}
