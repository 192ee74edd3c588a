package bot.briefing.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room there is. */
@FunctionalInterface
interface Disk {
  Disk REAL = folder -> Files.getFileStore(folder).getUsableSpace();

  /** Bytes that may still be written there. */
  long room(Path folder) throws IOException;
}
