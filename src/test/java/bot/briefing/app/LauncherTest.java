package bot.briefing.app;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.store.Databases;
import bot.briefing.store.NativeLibrary;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script finds its jar and a JDK 25 from anywhere, and hands arguments on whole. */
final class LauncherTest {
  private static final Path SCRIPT = Path.of("src/launcher/briefing-bot");

  @TempDir private Path folder;

  private Path launcher = SCRIPT;

  @BeforeEach
  void install() throws IOException {
    Path home = Files.createDirectory(folder.resolve("in stall"));
    launcher = executable(home.resolve("briefing-bot"), Files.readString(SCRIPT));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(Program.classPath().split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(home.resolve("briefing-bot.jar"))) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static Path executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Typed run(Map<String, String> environment, Path program, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Files.createDirectories(folder.resolve("else where")).toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Typed(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static Map<String, String> with(String java) {
    return Map.of("PATH", "/usr/bin:/bin", "JAVA_HOME", java, "LC_ALL", "C");
  }

  @Test
  void through_a_link_from_another_folder_korean_words_and_blanks_arrive_whole() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("바로 가기"), launcher);
    Path again = Files.createSymbolicLink(folder.resolve("again"), Path.of("바로 가기"));
    String content = Typed.OWN_CONTENT.toAbsolutePath().toString();

    Typed typed =
        run(with(System.getProperty("java.home")), again, "ask", "--content", content, "/topic 규제");

    assertThat(link).exists();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("KI-MIG", "규제");
    assertThat(run(with(System.getProperty("java.home")), launcher, "prevew").code()).isEqualTo(2);
  }

  @Test
  void an_old_java_is_passed_by_and_where_there_is_no_other_one_sentence_says_so()
      throws Exception {
    Path bin = Files.createDirectories(folder.resolve("old/bin"));
    executable(bin.resolve("java"), "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
    executable(
        launcher,
        Files.readString(SCRIPT)
            .replace("/usr/lib/jvm/", folder + "/none/")
            .replace("/Library/Java/", folder + "/none/"));
    for (String tool : List.of("sed", "dirname", "readlink")) {
      Path real = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
    }
    String old = folder.resolve("old").toString();

    Typed korean = run(Map.of("PATH", bin.toString(), "JAVA_HOME", old), launcher, "--help");
    Typed english = run(Map.of("PATH", bin.toString(), "LANG", "en_US.UTF-8"), launcher, "--help");

    assertThat(korean.code()).isEqualTo(3);
    assertThat(korean.out()).isEmpty();
    assertThat(korean.err().lines()).hasSize(1).first().asString().contains("JDK 25 이상이 필요");
    assertThat(english.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("needs JDK 25 or newer");
  }

  @Test
  void a_plain_java_jar_becomes_the_launcher_where_its_cache_is_and_keeps_its_words()
      throws Exception {
    String java = System.getProperty("java.home");
    Path jar = launcher.resolveSibling("briefing-bot.jar");
    executable(launcher, "#!/bin/sh\necho \"$$ $JAVA_HOME\"; printf '<%s>' \"$@\"\n");
    Path cache = launcher.resolveSibling("briefing-bot.aot");

    Typed without = run(with(java), Path.of(java, "bin", "java"), "-jar", jar.toString(), "-h");
    Files.writeString(cache, "");
    Typed handed =
        run(with(java), Path.of(java, "bin", "java"), "-jar", jar.toString(), "ask", "/주제 규제");
    Typed own =
        run(with(java), Path.of(java, "bin", "java"), "-Xmx64m", "-jar", jar.toString(), "-h");

    assertThat(handed.out()).matches("\\d+ " + Pattern.quote(java) + "\n<ask></주제 규제>");
    assertThat(without.out()).contains("briefing-bot").doesNotContain("<-h>");
    assertThat(own.out()).isEqualTo(without.out());
  }

  @Test
  void the_native_half_of_sqlite_is_taken_from_beside_the_launcher_and_unpacked_nowhere()
      throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Databases.openSqlite(data.resolve("briefing.db")).close();
    Map<String, String> settings = new HashMap<>(with(System.getProperty("java.home")));
    settings.put("DATA_DIR", data.toString());
    settings.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("nowhere"));

    Typed unpacking = run(settings, launcher, "deliveries", "--json");
    NativeLibrary.keep(launcher.resolveSibling("native"));
    Typed kept = run(settings, launcher, "deliveries", "--json");

    assertThat(unpacking.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(kept.code()).as(kept.err()).isEqualTo(ExitCode.NOTHING);
  }
}
