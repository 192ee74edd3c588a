package bot.briefing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bot as a process, with orders, on one platform. */
final class PushRun extends Run {
  private final Crowd crowd;

  private PushRun(List<String> command, Path room, Map<String, String> settings, Crowd crowd)
      throws IOException {
    super(command, room, settings);
    this.crowd = crowd;
  }

  static PushRun start(PushStage stage, Path room, Crowd crowd) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx72m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "bot.briefing.app.Main",
            "run");
    Map<String, String> settings = new HashMap<>(crowd.settings());
    settings.put("CONTENT_DIR", stage.content().toString());
    Files.createDirectories(room);
    return new PushRun(command, room, settings, crowd);
  }

  @Override
  void say(String line) {
    crowd.platform.say(line);
  }
}
