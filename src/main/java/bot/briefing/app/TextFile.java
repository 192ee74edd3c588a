package bot.briefing.app;

import bot.briefing.content.DigestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that a person named. */
final class TextFile {
  private TextFile() {}

  /**
   * @throws StoppedException tells why it cannot be read
   */
  static byte[] read(Path file) throws StoppedException {
    if (Files.isDirectory(file)) {
      throw new StoppedException("cli.file.folder", file.toString());
    }
    try {
      return DigestReader.bytes(file);
    } catch (NoSuchFileException missing) {
      throw new StoppedException("cli.file.missing", file.toString());
    } catch (IOException unreadable) {
      throw new StoppedException("cli.file.unreadable", file.toString());
    }
  }
}
