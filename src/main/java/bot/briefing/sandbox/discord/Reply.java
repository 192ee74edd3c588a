package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a route answers: an HTTP status and a JSON body, or none. */
record Reply(int status, JsonNode body) {
  static final Reply NOTHING = new Reply(204, MissingNode.getInstance());

  static Reply of(JsonNode body) {
    return new Reply(200, body);
  }
}
