package bot.briefing.app;

import bot.briefing.chat.Chat;
import bot.briefing.subscription.Had;
import bot.briefing.subscription.Ledger;
import bot.briefing.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A ledger that is still to come: whoever asks waits for it. */
record LateLedger(CompletableFuture<Ledger> ledger) implements Ledger {
  @Override
  public List<Entry> recent(Chat chat, int limit) {
    return ledger.join().recent(chat, limit);
  }

  @Override
  public List<Entry> of(Chat chat, LocalDate date) {
    return ledger.join().of(chat, date);
  }

  @Override
  public Had had(Subscription subscription) {
    return ledger.join().had(subscription);
  }

  @Override
  public boolean test(Subscription subscription, Instant now) {
    return ledger.join().test(subscription, now);
  }

  @Override
  public void forget(Chat chat) {
    ledger.join().forget(chat);
  }
}
