package bot.briefing.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code java -jar} cannot name a cache, and starts in twice the time: where the launcher and its
 * cache stand beside the jar, this process becomes the launcher's, with the same process id (POSIX,
 * execv). Decision 0005. Linux only; anywhere else, and where anything is unusual, it does nothing.
 */
final class Handover {
  private Handover() {}

  /** Returns where this process goes on by itself. */
  static void toLauncher(String[] arguments) {
    if (Launcher.folder().isPresent()) {
      return;
    }
    try {
      // java -jar JAR ARGUMENT…: whoever chose flags of their own keeps them.
      String[] line = Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1);
      boolean plain =
          line.length == arguments.length + 4
              && line[1].equals("-jar")
              && line[2].endsWith("briefing-bot.jar");
      if (!plain) {
        return;
      }
      Path jar = Path.of(line[2]).toAbsolutePath();
      Path launcher = jar.resolveSibling("briefing-bot");
      Path cache = jar.resolveSibling("briefing-bot.aot");
      if (Files.isExecutable(launcher)
          && Files.isReadable(cache)
          && !Files.getLastModifiedTime(cache).toInstant().isBefore(modified(jar))) {
        become(launcher, arguments);
      }
    } catch (IOException | RuntimeException unusual) {
      // Slower, and as good.
    }
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  @SuppressWarnings("restricted") // execv is POSIX's, and called as it says
  private static void become(Path launcher, String[] arguments) {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "/usr/bin/env",
                    "JAVA_HOME=" + System.getProperty("java.home"),
                    launcher.toString()),
                Stream.of(arguments))
            .toList();
    Linker linker = Linker.nativeLinker();
    MethodHandle execv =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("execv"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment words = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
      for (int i = 0; i < command.size(); i++) {
        words.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(command.get(i)));
      }
      words.setAtIndex(ValueLayout.ADDRESS, command.size(), MemorySegment.NULL);
      int _ = (int) execv.invokeExact(arena.allocateFrom(command.getFirst()), words);
    } catch (Throwable unusual) {
      // It comes back only where it has failed.
    }
  }
}
