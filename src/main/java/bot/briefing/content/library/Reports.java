package bot.briefing.content.library;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's word that something changed in the content folder or below its {@code _posts}. May
 * say too much and, on a network mount, says too little: there it is not asked.
 */
final class Reports implements AutoCloseable {
  /** Disks whose changes are reported whoever makes them (FileStore.type()). */
  private static final Set<String> LOCAL =
      Set.of(
          "ext2",
          "ext3",
          "ext4",
          "xfs",
          "btrfs",
          "zfs",
          "f2fs",
          "bcachefs",
          "jfs",
          "reiserfs",
          "overlay",
          "tmpfs",
          "apfs",
          "hfs",
          "ufs",
          "ntfs",
          "refs",
          "exfat",
          "vfat",
          "fat32");

  /** How often it is not tried again after it was refused, unless the folder is another one. */
  private static final int PATIENCE = 60;

  private static final Logger log = LoggerFactory.getLogger(Reports.class);

  private final Path content;
  private final Runnable onReport;
  private volatile @Nullable DirectoryWatcher watcher;
  private volatile boolean lost;
  private Roots watched = new Roots(null, null);
  private int refusals;

  Reports(Path content, Runnable onReport) {
    this.content = content;
    this.onReport = onReport;
  }

  /** Watches what stands at the folder's path now. Whether changes will be reported. */
  boolean keepUp() {
    if (watcher != null && !isOutdated()) {
      return true;
    }
    Roots now = Roots.of(content);
    if (watcher == null && now.equals(watched) && refusals > 0 && refusals++ < PATIENCE) {
      return false;
    }
    close();
    watched = now;
    lost = false;
    refusals = 0;
    return now.content() != null && start();
  }

  /**
   * Whether reports may be missing: some got lost, or another folder took the place of this one.
   */
  boolean isOutdated() {
    return lost || !Roots.of(content).equals(watched);
  }

  private boolean start() {
    try {
      for (Path folder : watched.posts() == null ? Set.of(content) : Set.of(content, posts())) {
        String type = Files.getFileStore(folder).type();
        if (!LOCAL.contains(type.toLowerCase(Locale.ROOT))) {
          return refuse(folder + " is on " + type);
        }
      }
      DirectoryWatcher started =
          DirectoryWatcher.builder()
              .path(content)
              .fileHashing(false)
              .fileTreeVisitor(this::visit)
              .listener(new Listener())
              .build();
      CompletableFuture<Void> end =
          started.watchAsync(
              task -> Thread.ofPlatform().daemon().name("content-watch-events").start(task));
      if (end.isCompletedExceptionally()) {
        started.close();
        return refuse(String.valueOf(end.exceptionNow()));
      }
      watcher = started;
      var _ = end.whenComplete((nothing, error) -> lose(started));
      return true;
    } catch (IOException | UncheckedIOException e) {
      return refuse(e.toString());
    }
  }

  private boolean refuse(String reason) {
    refusals = 1;
    log.info("changes are not reported ({}): {} is looked at again and again", reason, content);
    return false;
  }

  private void lose(DirectoryWatcher one) {
    if (one.equals(watcher)) {
      lost = true;
      onReport.run();
    }
  }

  private Path posts() {
    return content.resolve(Listing.POSTS);
  }

  /** A blog's other folders are many and do not matter. */
  private void visit(Path start, FileTreeVisitor.Callback onFolder, FileTreeVisitor.Callback onFile)
      throws IOException {
    Files.walkFileTree(
        start,
        Set.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(content) && !folder.startsWith(posts())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            onFolder.call(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            onFile.call(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    DirectoryWatcher old = watcher;
    watcher = null;
    if (old != null) {
      try {
        old.close();
      } catch (IOException e) {
        log.debug("the watcher of {} did not close", content, e);
      }
    }
  }

  private final class Listener implements DirectoryChangeListener {
    @Override
    public void onEvent(DirectoryChangeEvent event) {
      lost |= event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
      onReport.run();
    }

    @Override
    public void onException(Exception e) {
      log.debug("reports from {} may be missing", content, e);
      lost = true;
      onReport.run();
    }
  }
}
