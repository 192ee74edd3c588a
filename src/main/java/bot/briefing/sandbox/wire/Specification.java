package bot.briefing.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A platform's official machine-readable specification. */
@FunctionalInterface
public interface Specification {
  /** The one that is used where none is at hand. */
  Specification NONE = (method, body) -> List.of();

  /**
   * What in this request contradicts the specification; empty when nothing does.
   *
   * @param method as in {@link Book.Entry#method()}
   */
  List<String> violations(String method, JsonNode body);
}
