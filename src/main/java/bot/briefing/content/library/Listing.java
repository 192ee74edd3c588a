package bot.briefing.content.library;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the content folder found: digests below {@code _posts}, or beside each other in
 * a folder that has none, and the files of topics and sources.
 *
 * @param blind folders and files that could not be looked at: of them nothing is known
 * @param links whether there are symbolic links, whose targets no watcher sees
 * @param fault why nothing at all is known
 */
record Listing(
    Roots roots, Map<Path, Stamp> files, List<Path> blind, boolean links, @Nullable String fault) {
  static final String POSTS = "_posts";

  /** Editors' temporary files have other endings, or a dot before the date. */
  private static final Pattern DIGEST =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}-.+\\.(md|markdown)", Pattern.CASE_INSENSITIVE);

  private static final List<String> SETTINGS = List.of("topics.yml", "sources.yml");
  private static final int DEPTH = 20;

  static boolean isDigest(Path file) {
    return DIGEST.matcher(file.getFileName().toString()).matches();
  }

  /** Follows symbolic links. */
  static Listing of(Path content) {
    Roots roots = Roots.of(content);
    if (!Files.isDirectory(content)) {
      return unknown(
          roots, content + (Files.exists(content) ? " is not a folder" : " is not there"));
    }
    Path posts = content.resolve(POSTS);
    boolean jekyll = roots.posts() != null;
    Walk walk = new Walk(jekyll ? posts : content);
    int depth = jekyll || content.endsWith(POSTS) ? DEPTH : 1;
    try {
      Files.walkFileTree(walk.root, Set.of(FileVisitOption.FOLLOW_LINKS), depth, walk);
    } catch (IOException e) {
      return unknown(roots, walk.root + " cannot be read: " + e);
    }
    for (String name : SETTINGS) {
      walk.look(content.resolve(name));
    }
    return new Listing(roots, walk.files, walk.blind, walk.links, null);
  }

  private static Listing unknown(Roots roots, String fault) {
    return new Listing(roots, Map.of(), List.of(), false, fault);
  }

  /** Whether nothing is known of a file. */
  boolean isBlind(Path file) {
    return blind.stream().anyMatch(file::startsWith);
  }

  boolean isWithoutDigest() {
    return files.keySet().stream().noneMatch(Listing::isDigest);
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Map<Path, Stamp> files = new TreeMap<>();
    private final List<Path> blind = new ArrayList<>();
    private boolean links;

    private Walk(Path root) {
      this.root = root;
    }

    private void look(Path setting) {
      try {
        links |= Files.isSymbolicLink(setting);
        if (Files.exists(setting)) {
          files.put(setting, Stamp.of(setting));
        }
      } catch (IOException e) {
        blind.add(setting);
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root)) {
        return FileVisitResult.CONTINUE;
      }
      links |= Files.isSymbolicLink(folder);
      return folder.getFileName().toString().startsWith(".")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (isDigest(file)) {
        links |= Files.isSymbolicLink(file);
        if (attributes.isRegularFile()) {
          files.put(file, Stamp.of(attributes));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
      return failed(file, fault);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault)
        throws IOException {
      return fault == null ? FileVisitResult.CONTINUE : failed(folder, fault);
    }

    private FileVisitResult failed(Path path, IOException fault) throws IOException {
      if (path.equals(root)) {
        throw fault;
      }
      boolean gone = fault instanceof NoSuchFileException || fault instanceof NotDirectoryException;
      if (!gone && !(fault instanceof FileSystemLoopException)) {
        blind.add(path);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
