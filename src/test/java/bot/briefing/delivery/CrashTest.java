package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.card.Card;
import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Channel;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Key;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Permits;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A fault at every step: each statement, each commit and each call to the platform is numbered, and
 * at each the process dies, or the database fails, before and after. Enumerated, not sampled.
 */
@Execution(ExecutionMode.CONCURRENT)
final class CrashTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<String> CHATS = List.of("a", "b", "c");
  private static final int MESSAGES = 2;

  @TempDir(factory = QuickFolder.class)
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void a_process_that_dies_at_any_step_loses_and_doubles_nothing_on_discord() throws Exception {
    enumerate("killed, back at once", Fault.KILL, false, Duration.ofSeconds(1));
  }

  @Test
  void nor_where_it_comes_back_ten_hours_later() throws Exception {
    enumerate("killed, back in ten hours", Fault.KILL, false, Duration.ofHours(10));
  }

  @Test
  void on_telegram_it_loses_nothing_and_doubles_at_most_what_was_in_flight() throws Exception {
    enumerate("killed on Telegram", Fault.KILL, true, Duration.ofSeconds(1));
  }

  @Test
  void a_database_that_fails_once_at_any_step_loses_and_doubles_nothing() throws Exception {
    enumerate("a failing statement", Fault.ERROR, false, Duration.ofSeconds(1));
  }

  private void enumerate(String name, Fault fault, boolean telegram, Duration away)
      throws Exception {
    Steps.each(
        name,
        step -> run(step, fault, telegram, away, fault + "-" + telegram + "-" + away + "-" + step));
  }

  /** Returns how many steps there were. */
  private int run(int at, Fault fault, boolean telegram, Duration away, String name)
      throws Exception {
    Path file = folder.resolve(name + ".db");
    Steps steps = new Steps(at, fault);
    Scene scene = new Scene(Fresh.sqlite(file));
    try {
      if (telegram) {
        scene.onTelegram();
      }
      scene.messages = MESSAGES;
      CHATS.forEach(scene::subscribe);
      scene.publish("one");
      scene.channel = new Counted(scene.postbox, steps);
      steps.watch(scene.database.jdbi());
      life(scene, steps);
    } finally {
      scene.database.close();
    }
    scene.clock.pass(away);
    Scene after = new Scene(Fresh.sqlite(file));
    try {
      after.platform = scene.platform;
      after.messages = MESSAGES;
      after.digests.addAll(scene.digests);
      after.clock.pass(Duration.between(after.clock.instant(), scene.clock.instant()));
      after.postbox = scene.postbox;
      after.channel = scene.postbox;
      after.work(Duration.ofSeconds(15), SECOND);
      check(after, telegram && fault == Fault.KILL, "step " + at);
    } finally {
      after.database.close();
    }
    Files.delete(file);
    return steps.count;
  }

  private static void life(Scene scene, Steps steps) {
    Courier courier = scene.start();
    for (int round = 0; round < 15 && !steps.dead; round++) {
      try {
        courier.tick();
      } catch (Killed e) {
        return;
      } catch (RuntimeException e) {
        // The loops of a started courier say it in the log, and go on.
      }
      scene.clock.pass(SECOND);
    }
  }

  private static void check(Scene scene, boolean mayDouble, String step) {
    int doubled = 0;
    for (String chat : CHATS) {
      List<String> texts = scene.postbox.texts(chat);
      assertThat(texts.stream().distinct())
          .as("%s, chat %s: lost or out of order", step, chat)
          .containsExactly("<b>2026-02-12:one 1</b>", "<b>2026-02-12:one 2</b>");
      doubled += texts.size() - MESSAGES;
      assertThat(scene.latest(chat).sent()).as("%s, chat %s", step, chat).isEqualTo(MESSAGES);
    }
    assertThat(doubled).as("%s: doubled", step).isBetween(0, mayDouble ? 1 : 0);
  }

  enum Fault {
    KILL,
    ERROR
  }

  /** Counts, and fails at one. */
  static final class Steps {
    private final int at;
    private final Fault fault;
    int count;
    boolean dead;

    Steps(int at, Fault fault) {
      this.at = at;
      this.fault = fault;
    }

    /** A run that nothing happens to, and then one for each of its steps. */
    static void each(String name, Run run) throws Exception {
      int steps = run.failingAt(0);
      for (int step = 1; step <= steps; step++) {
        run.failingAt(step);
      }
      System.err.println(name + ": N = " + steps);
      assertThat(steps).isGreaterThan(20);
    }

    /** Returns how many steps there were; 0 is none of them. */
    @FunctionalInterface
    interface Run {
      @CanIgnoreReturnValue
      int failingAt(int step) throws Exception;
    }

    void step(boolean database) {
      if (dead) {
        throw new Killed();
      }
      count++;
      if (count == at) {
        if (fault == Fault.KILL) {
          dead = true;
          throw new Killed();
        } else if (database) {
          throw new IllegalStateException("disk full, on purpose, at step " + at);
        }
      }
    }

    void watch(Jdbi jdbi) {
      jdbi.getConfig(SqlStatements.class)
          .setSqlLogger(
              new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                  step(true);
                }
              });
      jdbi.setTransactionHandler(
          new LocalTransactionHandler() {
            @Override
            public void commit(Handle handle) {
              step(true);
              super.commit(handle);
              step(true);
            }
          });
    }
  }

  record Counted(Channel channel, Steps steps) implements Channel {
    @Override
    public List<Part> split(List<Card> cards, Layout layout, Asker.Place place) {
      return channel.split(cards, layout, place);
    }

    @Override
    public Receipt send(Chat chat, Part part, Key key, boolean silent) {
      return counted(() -> channel.send(chat, part, key, silent));
    }

    @Override
    public Receipt edit(Chat chat, MessageId message, Part part, Key key) {
      return counted(() -> channel.edit(chat, message, part, key));
    }

    @Override
    public Search find(Chat chat, Key key, Part part, Instant since) {
      return counted(() -> channel.find(chat, key, part, since));
    }

    @Override
    public Search shows(Chat chat, MessageId message, Part part, Key key) {
      return counted(() -> channel.shows(chat, message, part, key));
    }

    @Override
    public Permits check(Chat chat) {
      return channel.check(chat);
    }

    @Override
    public Receipt act(Chat chat, Deed deed) {
      return counted(() -> channel.act(chat, deed));
    }

    @Override
    public Search find(Chat chat, Deed.Post post, Instant since) {
      return counted(() -> channel.find(chat, post, since));
    }

    @Override
    public boolean beginsEmpty() {
      return channel.beginsEmpty();
    }

    @Override
    public Optional<Part> mention(String role) {
      return channel.mention(role);
    }

    private <T> T counted(Supplier<T> call) {
      steps.step(false);
      T result = call.get();
      steps.step(false);
      return result;
    }
  }
}
