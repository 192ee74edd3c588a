package bot.briefing.briefing;

import bot.briefing.card.Action;
import bot.briefing.card.Card;
import bot.briefing.card.DigestId;
import bot.briefing.card.Pager;
import bot.briefing.card.Piece;
import bot.briefing.card.Span;
import bot.briefing.content.Digest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A page of a listing: ten articles with their leads, each with the day of its digest. */
final class ListCard {
  private static final int ENTRIES = 10;

  private ListCard() {}

  static int pages(Listing listing) {
    return Math.ceilDiv(listing.hits().size(), ENTRIES);
  }

  static Card of(Listing listing, int page, Function<Digest, DigestId> ids, Words words) {
    List<Hit> hits = listing.hits();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Title(List.of(Span.plain(listing.title()))));
    pieces.add(
        new Piece.Byline(
            words.line(List.of(words.say("card.stories", hits.size()), days(hits, words))), null));
    int to = Math.min(hits.size(), (page + 1) * ENTRIES);
    for (int index = page * ENTRIES; index < to; index++) {
      Hit hit = hits.get(index);
      pieces.add(
          words.entry(
              index + 1,
              ids.apply(hit.digest()),
              hit.article(),
              Lead.of(hit.article()),
              words.byline(hit.article(), hit.digest().date())));
    }
    List<Action> pages = new ArrayList<>();
    for (int each = 0; each < pages(listing); each++) {
      pages.add(listing.page(each));
    }
    return new Card(
        words.language(),
        listing.page(page),
        pieces,
        pages.size() == 1 ? null : new Pager(page, pages),
        List.of(listing.below()),
        false);
  }

  private static String days(List<Hit> hits, Words words) {
    LocalDate newest = hits.getFirst().digest().date();
    LocalDate oldest = hits.getLast().digest().date();
    return newest.equals(oldest)
        ? words.day(newest)
        : words.say("card.between", words.day(oldest), words.day(newest));
  }
}
