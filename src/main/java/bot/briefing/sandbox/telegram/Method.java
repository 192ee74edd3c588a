package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/** One method of the Bot API. */
@FunctionalInterface
interface Method {
  /**
   * Does it and gives its result.
   *
   * @throws Refusal when the platform would refuse
   */
  JsonNode call(Parameters parameters);
}
