package bot.briefing.content.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which folders stand at the content folder's path and at {@code _posts} in it just now. A watcher
 * follows a folder that is renamed and never sees the one that took its place.
 *
 * @param content absent where there is none
 * @param posts absent where there is none
 */
record Roots(@Nullable Object content, @Nullable Object posts) {
  static Roots of(Path content) {
    return new Roots(identity(content), identity(content.resolve(Listing.POSTS)));
  }

  private static @Nullable Object identity(Path folder) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class);
      return attributes.isDirectory()
          ? Objects.requireNonNullElse(attributes.fileKey(), true)
          : null;
    } catch (IOException e) {
      return null;
    }
  }
}
