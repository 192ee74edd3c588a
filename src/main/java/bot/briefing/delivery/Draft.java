package bot.briefing.delivery;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Extras;
import bot.briefing.chat.Platform;
import bot.briefing.content.Digest;
import bot.briefing.subscription.Filter;
import bot.briefing.subscription.Schedule;
import bot.briefing.subscription.Subscription;
import bot.briefing.text.Language;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/**
 * What is drawn of a digest for all chats that get the same, and how it is drawn again when the
 * digest is corrected.
 *
 * @param language the tag of the edition
 * @param asked what of a subscription decides what is drawn, as JSON
 */
record Draft(
    Platform platform,
    String digest,
    String language,
    LocalDate date,
    String stem,
    String asked,
    Content content) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Of what a subscription gets, where the digest is what it was drawn from. */
  static Draft of(String key, Digest digest, Content content, Subscription subscription) {
    return new Draft(
        subscription.chat().platform(),
        key,
        digest.language(),
        digest.date(),
        digest.stem(),
        asked(subscription),
        content);
  }

  String id() {
    return Hash.of(String.join("\n", platform.name(), digest, language, asked));
  }

  boolean isWithdrawn() {
    return content.hash().equals(Content.WITHDRAWN);
  }

  /**
   * All that decides what a subscription gets of a digest: whatever is drawn depends on no more.
   */
  private static String asked(Subscription subscription) {
    ObjectNode asked = JSON.createObjectNode();
    asked.put("place", subscription.place().name());
    asked.put("language", subscription.language().tag());
    asked.put("layout", subscription.layout().name());
    Filter filter = subscription.filter();
    filter.topics().forEach(asked.putArray("topics")::add);
    filter.sources().forEach(asked.putArray("sources")::add);
    filter.mute().forEach(asked.putArray("mute")::add);
    asked.put("note", subscription.note());
    return asked.toString();
  }

  /** An order like those of the chats that got this; its chat is none. */
  Subscription subscription() {
    try {
      JsonNode json = JSON.readTree(asked);
      return new Subscription(
          "draft",
          new Chat(platform, "", null),
          "",
          Asker.Place.valueOf(json.path("place").asText()),
          Schedule.asPublished(ZoneOffset.UTC),
          new Filter(
              words(json.path("topics")), words(json.path("sources")), words(json.path("mute"))),
          Language.of(json.path("language").asText()).orElseThrow(),
          Layout.valueOf(json.path("layout").asText()),
          false,
          null,
          json.path("note").asBoolean(),
          Extras.NONE,
          new Subscription.State.Active(Instant.EPOCH),
          Instant.EPOCH);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a draft's: " + asked, e);
    }
  }

  private static Set<String> words(JsonNode json) {
    Set<String> words = new HashSet<>();
    json.forEach(word -> words.add(word.asText()));
    return words;
  }
}
