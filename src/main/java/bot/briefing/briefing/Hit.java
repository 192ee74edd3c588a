package bot.briefing.briefing;

import bot.briefing.content.Article;
import bot.briefing.content.Digest;

/** An article that was found, with the digest that it stands in. */
public record Hit(Digest digest, Article article) {}
