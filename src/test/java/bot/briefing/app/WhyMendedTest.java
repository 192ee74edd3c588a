package bot.briefing.app;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.subscription.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a file after or before its digest went, as {@code /why} tells it in the chat. */
@Timeout(180)
final class WhyMendedTest {
  private static final Effect LATER = new Effect.RateLimit(Duration.ofMinutes(13), false);
  private static final Effect NEVER =
      new Effect.Failure(400, 0, "Bad Request: message can't be edited", false, false);

  /** Longer than a file must be still, or missing, before that counts. */
  private static final Duration WHILE = Duration.ofMinutes(11);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private PromiseStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new PromiseStage(folder);
    stage.serve(Map.of());
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_correction_has_come_waits_or_cannot_come() throws Exception {
    String mended = stage.chat("telegram");
    String held = stage.chat("telegram");
    String stiff = stage.chat("telegram");
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    for (String chat : new String[] {mended, held, stiff}) {
      stage.comes(chat, 1);
    }
    stage.befall(held, "editMessageText", LATER, 1);
    stage.befall(stiff, "editMessageText", NEVER, 0);
    Files.writeString(
        stage.file(), Files.readString(stage.file()).replace(PromiseStage.HEADLINE, "고친 제목"));
    stage.awaitShown(mended, "고친 제목");
    stage.serving.clock.advance(WHILE);

    stage.tells(mended, Reason.CORRECTED);
    stage.tells(held, Reason.CORRECTION_WAITS);
    stage.tells(stiff, Reason.NOT_EDITABLE);
  }

  @Test
  void what_was_withdrawn_before_it_went_does_not_come() throws Exception {
    String held = held();
    Files.writeString(
        stage.file(),
        Files.readString(stage.file()).replace("lang: ko", "lang: ko\npublished: false"));

    goesBy();
    stage.tells(held, Reason.WITHDRAWN);
  }

  @Test
  void what_has_lost_its_file_before_it_went_does_not_come() throws Exception {
    String held = held();
    Files.delete(stage.file());

    goesBy();
    stage.tells(held, Reason.FILE_MISSING);
  }

  /** A chat that the digest waits for. */
  private String held() throws Exception {
    String held = stage.chat("telegram");
    stage.befall(held, LATER, 1);
    stage.serving.clock.set(PromiseStage.PUBLISHED);
    stage.awaitFault("telegram", held);
    return held;
  }

  /** It counts before the chat may be written to again. */
  private void goesBy() {
    stage.rest();
    stage.rest();
    stage.serving.clock.advance(WHILE);
    stage.rest();
    stage.rest();
    stage.serving.clock.advance(Duration.ofMinutes(3));
  }
}
