package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something a person did that the app must answer, and what has come of it. */
final class Interaction {
  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int AUTOCOMPLETE = 4;

  /** "You must send an initial response within 3 seconds." */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  /** "Interaction tokens are valid for 15 minutes." */
  static final Duration TOKEN_LASTS = Duration.ofMinutes(15);

  final long id;
  final String token;
  final int type;
  final Person person;
  final Channel channel;
  final ObjectNode owners;
  final Instant since;

  /** The choices of an autocomplete, once they are there. */
  final CompletableFuture<ArrayNode> choices = new CompletableFuture<>();

  /** The messages that were made with this token, and the one whose button was pressed. */
  final Map<Long, Message> messages = new LinkedHashMap<>();

  private final @Nullable Message source;
  private @Nullable Message original;
  private boolean answered;
  int followUps;

  Interaction(
      long id,
      String token,
      int type,
      Person person,
      Channel channel,
      ObjectNode owners,
      Instant since,
      @Nullable Message source) {
    this.id = id;
    this.token = token;
    this.type = type;
    this.person = person;
    this.channel = channel;
    this.owners = owners;
    this.since = since;
    this.source = source;
    if (source != null) {
      messages.put(source.id(), source);
    }
  }

  /** The message whose button was pressed. */
  Optional<Message> source() {
    return Optional.ofNullable(source);
  }

  /** The message that "@original" means. */
  Optional<Message> original() {
    return Optional.ofNullable(original);
  }

  void answer(@Nullable Message message) {
    answered = true;
    original = message;
    if (message != null) {
      messages.put(message.id(), message);
    }
  }

  boolean isAnswered() {
    return answered;
  }

  boolean isLate(Instant now) {
    return !answered && now.isAfter(since.plus(ANSWER_WITHIN));
  }

  boolean isExpired(Instant now) {
    return now.isAfter(since.plus(TOKEN_LASTS));
  }

  /** Whether the app is here only because this person brought it along. */
  boolean isUserInstallOnly() {
    return !owners.has("0");
  }
}
