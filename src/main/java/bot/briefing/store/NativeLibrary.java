package bot.briefing.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native half of the SQLite driver. By itself the driver unpacks it at every start, compares
 * what it wrote byte by byte, and leaves it in the temporary folder where the process is killed;
 * one that is kept is loaded as it is.
 */
public final class NativeLibrary {
  /** The driver's own setting; where nothing can be loaded from there it unpacks as ever. */
  private static final String SETTING = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /**
   * Unpacks it, for this machine and this version of the driver.
   *
   * @param folder made where it is missing
   */
  public static void keep(Path folder) throws IOException {
    Path kept = place(folder);
    Files.createDirectories(kept);
    Path file = kept.resolve(LibraryLoaderUtil.getNativeLibName());
    Path whole = Files.createTempFile(kept, "unpacking", null);
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource())) {
      if (packed == null) {
        throw new FileNotFoundException(resource());
      }
      Files.copy(packed, whole, StandardCopyOption.REPLACE_EXISTING);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Before the first database is opened; does nothing where none of this version is kept. */
  public static void use(Path folder) {
    Path kept = place(folder);
    if (System.getProperty(SETTING) == null
        && Files.isReadable(kept.resolve(LibraryLoaderUtil.getNativeLibName()))) {
      System.setProperty(SETTING, kept.toString());
    }
  }

  private static Path place(Path folder) {
    return folder.toAbsolutePath().resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
  }

  private static String resource() {
    return LibraryLoaderUtil.getNativeLibResourcePath()
        + "/"
        + LibraryLoaderUtil.getNativeLibName();
  }
}
