package bot.briefing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bot.briefing.sandbox.wire.Specification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DiscordSpecificationTest {
  private final Specification specification = DiscordSpecification.find();

  @BeforeEach
  void needsTheFile() {
    assumeTrue(
        specification instanceof DiscordSpecification,
        "no specification: name its folder by -Dspecs.dir");
  }

  private List<String> violations(String method, String body) throws JsonProcessingException {
    return specification.violations(method, new ObjectMapper().readTree(body));
  }

  @Test
  void aMessageAsTheFileWantsItPasses() throws JsonProcessingException {
    String rich =
        """
        {"flags": 32768, "components": [{"type": 17, "components": [
          {"type": 10, "content": "news"},
          {"type": 9, "components": [{"type": 10, "content": "story"}],
           "accessory": {"type": 2, "style": 1, "label": "open", "custom_id": "a"}}]}]}
        """;
    assertThat(violations("POST /channels/{channel_id}/messages", rich)).isEmpty();
    assertThat(
            violations(
                "POST /interactions/{interaction_id}/{interaction_token}/callback",
                "{\"type\": 5, \"data\": {\"flags\": 64}}"))
        .isEmpty();
    assertThat(violations("PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original", rich))
        .isEmpty();
  }

  @Test
  void aWrongTypeOrLengthIsFound() throws JsonProcessingException {
    assertThat(violations("POST /channels/{channel_id}/messages", "{\"content\": 1}")).isNotEmpty();
    String label = "x".repeat(81);
    assertThat(
            violations(
                "POST /channels/{channel_id}/messages",
                "{\"components\": [{\"type\": 1, \"components\": [{\"type\": 2, \"style\": 1,"
                    + " \"custom_id\": \"a\", \"label\": \""
                    + label
                    + "\"}]}]}"))
        .isNotEmpty();
  }

  @Test
  void anUnknownRouteIsFound() throws JsonProcessingException {
    assertThat(violations("POST /nowhere", "{}")).containsExactly("no such route: POST /nowhere");
  }

  @Test
  void theFieldsThatJdaSendsInAnotherTypePass() throws JsonProcessingException {
    assertThat(
            violations(
                "PUT /applications/{application_id}/commands",
                """
                [{"name": "today", "description": "d", "contexts": ["0", "1"],
                  "integration_types": ["0"], "default_member_permissions": "0"}]
                """))
        .isEmpty();
    assertThat(violations("POST /users/@me/channels", "{\"recipient_id\": 1}")).isEmpty();
  }
}
