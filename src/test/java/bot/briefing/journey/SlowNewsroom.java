package bot.briefing.journey;

import bot.briefing.card.Action;
import bot.briefing.chat.Asker;
import bot.briefing.command.Answer;
import bot.briefing.command.Command;
import bot.briefing.command.Newsroom;
import bot.briefing.command.Verb;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A newsroom that takes longer for an answer than Discord waits for an acknowledgement. */
final class SlowNewsroom implements Newsroom {
  private static final long MILLISECONDS = 1700;

  private final Newsroom newsroom;
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile boolean broken;

  SlowNewsroom(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  /** From now on every answer fails, late. */
  void breakDown() {
    broken = true;
  }

  @Override
  public Answer answer(Command command, Asker asker) {
    try {
      if (never.await(MILLISECONDS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("nobody opens it");
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    if (broken) {
      throw new IllegalStateException("broken for a test");
    }
    return newsroom.answer(command, asker);
  }

  @Override
  public List<Choice> complete(Verb.Argument argument, String typed, Asker asker) {
    return newsroom.complete(argument, typed, asker);
  }

  @Override
  public String spell(Action action) {
    return newsroom.spell(action);
  }
}
