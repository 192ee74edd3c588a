package bot.briefing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import bot.briefing.card.Card;
import bot.briefing.content.Digest;
import bot.briefing.content.DigestJson;
import bot.briefing.text.Language;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Our own digest as it is read and as it is sent, overview and all stories, to the letter. {@code
 * -Dgolden.update=true} writes the files anew, in a run that still fails: an update is a diff to be
 * read.
 */
final class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter JSON =
      new JsonMapper()
          .writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  @ParameterizedTest
  @EnumSource
  void our_own_digest_is_read_and_sent_as_it_was(Language language) throws IOException {
    Digest digest = Newsrooms.digest(language);
    List<Card> cards = Cards.of(digest, language);
    Map<String, String> now = new LinkedHashMap<>();
    now.put(".digest.json", DigestJson.write(digest));
    now.put(".discord.json", json(Cards.onDiscord(cards)));
    now.put(".telegram.json", json(Cards.onTelegram(cards, language)));
    for (Map.Entry<String, String> each : now.entrySet()) {
      compare(GOLDEN.resolve(digest.stem() + each.getKey()), each.getValue());
    }
    if (isUpdate()) {
      fail(
          "the golden files are written anew: read the difference, then run without"
              + " -Dgolden.update");
    }
  }

  private static void compare(Path file, String now) throws IOException {
    if (isUpdate()) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, now);
    }
    assertThat(file).exists();
    assertThat(now)
        .as("%s; -Dgolden.update=true rewrites it", file)
        .isEqualTo(Files.readString(file));
  }

  private static boolean isUpdate() {
    return Boolean.getBoolean("golden.update");
  }

  private static String json(List<ObjectNode> requests) throws IOException {
    return JSON.writeValueAsString(requests) + "\n";
  }
}
