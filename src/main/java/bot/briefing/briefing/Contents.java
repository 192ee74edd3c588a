package bot.briefing.briefing;

import bot.briefing.card.DigestId;
import bot.briefing.card.ShortHash;
import bot.briefing.content.Article;
import bot.briefing.content.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is reckoned once of a digest: its hashes. Does not hold the digest itself, so that one that
 * was replaced can go.
 *
 * @param token stands for this one object of the digest; equal to no other
 * @param id the digest's
 * @param articles by their hash, in the digest's order; several where they share a link
 * @param order the hashes in that order, each once
 */
record Contents(
    Object token, DigestId id, Map<ShortHash, List<Article>> articles, List<ShortHash> order) {
  static Contents of(Digest digest) {
    Map<ShortHash, List<Article>> articles = new LinkedHashMap<>();
    for (Article article : digest.articles()) {
      articles.computeIfAbsent(article.id(), _ -> new ArrayList<>()).add(article);
    }
    return new Contents(new Object(), digest.id(), articles, List.copyOf(articles.keySet()));
  }
}
