package bot.briefing.content.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * What tells one version of a file from another without reading it.
 *
 * @param size in bytes
 * @param key the file's identity on its disk, where the system has one: an atomic rename changes it
 */
record Stamp(FileTime modified, long size, @Nullable Object key) {
  static Stamp of(BasicFileAttributes file) {
    return new Stamp(file.lastModifiedTime(), file.size(), file.fileKey());
  }

  /** Follows symbolic links. */
  static Stamp of(Path file) throws IOException {
    return of(Files.readAttributes(file, BasicFileAttributes.class));
  }
}
