package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One instance at a time: a lock that the operating system holds on a file of its own, and takes
 * back when the process ends in whatever way. The file stays: to delete it would let two in.
 */
final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  static InstanceLock take(Path file) throws UnusableDatabaseException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel;
    try {
      channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UnusableDatabaseException(Reason.READ_ONLY, "cannot write " + lock + ": " + e);
    }
    try {
      if (channel.tryLock() != null) {
        return new InstanceLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: the same answer.
    } catch (IOException e) {
      Quietly.close(channel);
      throw new UnusableDatabaseException(Reason.UNREACHABLE, "cannot lock " + lock + ": " + e);
    }
    Quietly.close(channel);
    throw new UnusableDatabaseException(Reason.LOCKED, "another instance holds " + lock);
  }

  @Override
  public void close() {
    Quietly.close(channel);
  }
}
