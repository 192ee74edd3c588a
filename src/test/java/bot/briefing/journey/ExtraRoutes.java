package bot.briefing.journey;

import bot.briefing.sandbox.fault.Effect;
import bot.briefing.sandbox.fault.Fault;
import java.util.List;

/** Discord's routes of what comes beside messages, as the book has them. */
final class ExtraRoutes {
  static final String PIN = "PUT /channels/{channel_id}/messages/pins/{message_id}";
  static final String UNPIN = "DELETE /channels/{channel_id}/messages/pins/{message_id}";
  static final String CROSSPOST = "POST /channels/{channel_id}/messages/{message_id}/crosspost";
  static final String THREAD = "POST /channels/{channel_id}/messages/{message_id}/threads";
  static final String POST = "POST /channels/{channel_id}/threads";

  /** Telegram's. */
  static final String TOPIC = "createForumTopic";

  static final List<String> ALL = List.of(PIN, CROSSPOST, THREAD, POST);

  private ExtraRoutes() {}

  /** It befalls the next request. */
  static void fault(bot.briefing.sandbox.wire.Platform platform, String method, Effect effect) {
    platform.backstage().faults().add(Fault.of(effect).on(method).times(1));
  }
}
