package bot.briefing.command;

import bot.briefing.card.Action;
import bot.briefing.card.ShortHash;

/** The two sorts of subject that people ask for, with the texts that speak of them. */
enum Kind {
  TOPIC("topic.list", "topic.how", "topic.missing", "topic.silent", "topic.only", "topic.taken"),
  SOURCE(
      "source.list",
      "source.how",
      "source.missing",
      "source.silent",
      "source.only",
      "source.taken");

  final String list;
  final String how;
  final String missing;
  final String silent;
  final String only;
  final String taken;

  Kind(String list, String how, String missing, String silent, String only, String taken) {
    this.list = list;
    this.how = how;
    this.missing = missing;
    this.silent = silent;
    this.only = only;
    this.taken = taken;
  }

  /** Shows a page of a subject's articles. */
  Action show(ShortHash hash, int page) {
    return this == TOPIC ? new Action.OnTopic(hash, page) : new Action.FromSource(hash, page);
  }

  /** Shows a page of all subjects of this kind. */
  Action all(int page) {
    return this == TOPIC ? new Action.Topics(page) : new Action.Sources(page);
  }

  Kind other() {
    return this == TOPIC ? SOURCE : TOPIC;
  }
}
