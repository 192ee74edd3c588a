package bot.briefing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.chat.Receipt;
import bot.briefing.content.Library;
import bot.briefing.subscription.Ledger.Status;
import bot.briefing.subscription.Reason;
import bot.briefing.text.Language;
import bot.briefing.text.Texts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What corrections promise, over either kind of database. */
abstract class MendContract extends WithdrawalContract {
  @Test
  void a_correction_edits_the_changed_parts_of_every_chat_and_sends_nothing_new() {
    published("x:1", "y:1", "z:1");
    scene.write("one", "x:1", "y:2", "z:1");
    after(STILL.minusSeconds(5));
    assertThat(scene.postbox.editing).isEmpty();

    after(Duration.ofSeconds(15));
    for (String chat : List.of("a", "b")) {
      assertThat(scene.postbox.says(chat)).containsExactly(bold("x:1"), bold("y:2"), bold("z:1"));
      assertThat(notes(chat)).containsExactly(Reason.CORRECTED);
    }
    assertThat(scene.postbox.editing).hasSize(2);
    assertThat(scene.postbox.taken).hasSize(6);
  }

  @Test
  void twenty_saves_in_a_minute_are_one_edit_a_part() {
    published("x:1", "y:1");
    for (int save = 0; save < 20; save++) {
      scene.write("one", "x:" + save, "y:1");
      after(Duration.ofSeconds(3));
    }
    after(STILL);
    assertThat(scene.postbox.editing).hasSize(2);
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:19"), bold("y:1"));
  }

  @Test
  void what_was_taken_back_in_time_edits_nothing() {
    published("x:1");
    scene.write("one", "x:2");
    after(Duration.ofSeconds(60));
    scene.write("one", "x:1");
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.editing).isEmpty();
    assertThat(notes("a")).isEmpty();
  }

  @Test
  void a_restart_finds_what_changed_while_it_was_down() {
    published("x:1");
    scene.write("one", "x:2");
    scene.clock.pass(Duration.ofHours(5));
    scene.start();
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("b")).containsExactly(bold("x:2"));
    assertThat(scene.postbox.editing).hasSize(2);
    scene.start();
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.editing).hasSize(2);
  }

  @Test
  void a_new_release_that_draws_otherwise_edits_nothing() {
    published("x:1");
    scene.style = "new ";
    scene.start();
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.editing).isEmpty();
  }

  @Test
  void a_new_release_that_reads_the_same_file_otherwise_edits_nothing() {
    scene.file = "same";
    published("x:1");
    scene.write("one", "x:2");
    scene.start();
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.editing).isEmpty();
    scene.file = "corrected";
    scene.write("one", "x:3");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:3"));
  }

  @Test
  void one_correction_after_the_other_is_told_of() {
    published("x:1");
    scene.write("one", "x:2");
    after(STILL.plusSeconds(10));
    scene.write("one", "x:3");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:3"));
    assertThat(notes("a")).containsExactly(Reason.CORRECTED, Reason.CORRECTED);
    assertThat(scene.postbox.editing).hasSize(4);
  }

  @Test
  void what_is_older_than_a_week_stays() {
    published("x:1");
    scene.clock.pass(Duration.ofDays(7));
    scene.write("one", "x:2");
    after(Duration.ofMinutes(5));
    assertThat(scene.postbox.editing).isEmpty();
  }

  @Test
  void fewer_messages_leave_a_dot() {
    published("x:1", "y:1", "z:1");
    scene.write("one", "x:1", "z:1");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:1"), bold("z:1"), bold("·"));
    assertThat(scene.postbox.taken).hasSize(6);
  }

  @Test
  void more_messages_end_with_a_word_about_the_rest() {
    published("x:1", "y:1");
    scene.write("one", "x:1", "y:1", "z:1");
    after(STILL.plusSeconds(10));
    String more = Texts.in(Language.KO).say("delivery.corrected.more", "2026-02-12");
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:1"), bold("y:1" + more));
    assertThat(scene.postbox.taken).hasSize(4);
  }

  @Test
  void what_was_not_sent_yet_is_sent_as_it_is_now() {
    scene.subscribe("a");
    scene.clock.pass(SECOND);
    scene.write("one", "x:1", "y:1", "z:1");
    scene.postbox.fault(
        new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofMinutes(5)), false));
    scene.work(SECOND, SECOND);
    scene.write("one", "x:2", "y:1");
    after(Duration.ofMinutes(6));
    assertThat(scene.postbox.texts("a")).containsExactly(bold("x:2"), bold("y:1"));
    assertThat(scene.postbox.editing).isEmpty();
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
    assertThat(scene.latest("a").parts()).isEqualTo(2);
  }

  @Test
  void what_was_sent_in_part_is_edited_and_ended_as_it_is_now() {
    scene.subscribe("a");
    scene.clock.pass(SECOND);
    scene.write("one", "x:1", "y:1", "z:1");
    scene.postbox.takenAnd(new Receipt.Sent(new bot.briefing.chat.MessageId("1")));
    scene.postbox.fault(
        new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofMinutes(5)), false));
    scene.work(SECOND, SECOND);
    assertThat(scene.postbox.texts("a")).hasSize(1);
    scene.write("one", "x:2", "y:2");
    after(Duration.ofMinutes(6));
    assertThat(scene.postbox.texts("a")).containsExactly(bold("x:1"), bold("y:2"));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:2"), bold("y:2"));
    assertThat(scene.latest("a").status()).isEqualTo(Status.SENT);
  }

  @Test
  void a_missing_file_edits_nothing_and_stops_what_waits_after_ten_minutes() {
    published("x:1");
    scene.subscribe("c");
    scene.postbox.refusals.put(
        "c", new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofHours(1)), false));
    scene.database.jdbi().useHandle(h -> h.execute("update subscription set since = 0"));
    scene.start();
    scene.work(SECOND, SECOND);
    scene.digests.clear();
    after(Duration.ofMinutes(9));
    assertThat(scene.latest("c").status()).isEqualTo(Status.WAITING);
    after(Duration.ofMinutes(2));
    assertThat(scene.latest("c").reason()).isEqualTo(Reason.FILE_MISSING);
    assertThat(scene.postbox.editing).isEmpty();

    scene.write("one", "x:1");
    after(Duration.ofMinutes(5));
    assertThat(scene.postbox.editing).isEmpty();
  }

  @Test
  void an_unmounted_folder_stops_what_waits_too() {
    scene.subscribe("a");
    scene.clock.pass(SECOND);
    scene.write("one", "x:1");
    scene.postbox.fault(
        new Receipt.RetryAfter(scene.clock.instant().plus(Duration.ofHours(1)), false));
    scene.work(SECOND, SECOND);
    scene.health = new Library.Health.Unreadable("gone");
    after(Duration.ofMinutes(11));
    assertThat(scene.latest("a").reason()).isEqualTo(Reason.FILE_MISSING);
  }

  @Test
  void a_renamed_digest_is_the_same_and_neither_edited_nor_sent_again() {
    published("x:1", "y:1", "z:1");
    scene.digests.clear();
    scene.write("another", "제목", Scene.START.plusSeconds(1), null, "x:1", "y:1", "z:1");
    after(Duration.ofMinutes(15));
    assertThat(scene.postbox.editing).isEmpty();
    assertThat(scene.postbox.taken).hasSize(6);

    scene.write("another", "x:1", "y:2", "z:1");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:1"), bold("y:2"), bold("z:1"));
    assertThat(scene.postbox.taken).hasSize(6);
  }

  @Test
  void what_can_no_longer_be_edited_stays_and_is_told() {
    published("x:1", "y:1");
    scene.postbox.editFaults.add(
        new Postbox.Fault(new Receipt.Refused("message can't be edited"), false));
    scene.write("one", "x:2", "y:2");
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.editing).hasSize(4);
    List<String> chats = scene.postbox.says("a").contains(bold("x:1")) ? AB : AB.reversed();
    assertThat(notes(chats.getFirst())).containsExactly(Reason.CORRECTED, Reason.NOT_EDITABLE);
    assertThat(notes(chats.getLast())).containsExactly(Reason.CORRECTED);
    assertThat(scene.postbox.says(chats.getFirst())).containsExactly(bold("x:1"), bold("y:2"));
  }

  @Test
  void who_is_told_to_wait_waits_and_what_is_in_doubt_is_looked_for() {
    published("x:1");
    scene.postbox.editFaults.add(
        new Postbox.Fault(
            new Receipt.RetryAfter(
                scene.clock.instant().plus(STILL).plus(Duration.ofMinutes(5)), false),
            false));
    scene.postbox.editFaults.add(new Postbox.Fault(new Receipt.Ambiguous("reset"), true));
    scene.write("one", "x:2");
    after(STILL.plusSeconds(30));
    List<String> chats = scene.postbox.says("a").contains(bold("x:1")) ? AB : AB.reversed();
    assertThat(scene.postbox.says(chats.getLast())).containsExactly(bold("x:2"));
    assertThat(notes(chats.getFirst())).containsExactly(Reason.CORRECTION_WAITS);
    scene.start();
    after(Duration.ofMinutes(6));
    assertThat(scene.postbox.says(chats.getFirst())).containsExactly(bold("x:2"));
    assertThat(scene.postbox.edited).hasSize(2);
    assertThat(scene.postbox.editing).hasSize(3);
    assertThat(notes(chats.getLast())).containsExactly(Reason.CORRECTED);
  }

  @Test
  void an_edit_in_doubt_that_cannot_be_looked_for_is_done_again_and_changes_nothing() {
    published("x:1");
    scene.postbox.hasHistory = false;
    scene.postbox.editFaults.add(new Postbox.Fault(new Receipt.Ambiguous("reset"), true));
    scene.write("one", "x:2");
    after(STILL.plusSeconds(30));
    assertThat(scene.postbox.editing).hasSize(3);
    assertThat(scene.postbox.edited).hasSize(2);
  }

  @Test
  void an_edit_in_doubt_that_was_not_done_is_done() {
    published("x:1");
    scene.postbox.editFaults.add(new Postbox.Fault(new Receipt.Ambiguous("reset"), false));
    scene.write("one", "x:2");
    after(STILL.plusSeconds(30));
    assertThat(scene.postbox.edited).hasSize(2);
  }

  @Test
  void a_chat_that_is_gone_and_has_no_order_is_asked_once() {
    published("x:1");
    scene.database.jdbi().useHandle(h -> h.execute("delete from subscription where chat = 'a'"));
    scene.postbox.refusals.put("a", new Receipt.ChatGone(Receipt.Reason.KICKED));
    scene.write("one", "x:2");
    after(Duration.ofHours(1));
    assertThat(scene.postbox.editing).hasSize(2);
  }

  @Test
  void an_outage_is_waited_out() {
    published("x:1");
    for (int time = 0; time < 9; time++) {
      scene.postbox.editFaults.add(new Postbox.Fault(new Receipt.Unreachable("refused"), false));
    }
    scene.write("one", "x:2");
    after(Duration.ofMinutes(20));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:2"));
    assertThat(scene.postbox.says("b")).containsExactly(bold("x:2"));
    assertThat(scene.state("a")).isEqualTo("ACTIVE");
  }

  @Test
  void a_chat_that_is_gone_is_suspended_and_edited_when_it_is_back() {
    published("x:1");
    scene.postbox.refusals.put("a", new Receipt.ChatGone(Receipt.Reason.KICKED));
    scene.write("one", "x:2");
    after(Duration.ofMinutes(10));
    assertThat(scene.state("a")).isEqualTo("SUSPENDED KICKED");
    assertThat(scene.postbox.says("b")).containsExactly(bold("x:2"));
    assertThat(scene.postbox.editing).hasSize(2);
    scene.postbox.refusals.clear();
    scene.start().resumed(scene.chat("a"));
    after(Duration.ofMinutes(10));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:2"));
  }

  @Test
  void a_push_goes_before_edits() {
    published("x:1");
    scene.write("one", "x:2");
    after(STILL.minusSeconds(10));
    scene.publish("two");
    scene.write("two", "new:1");
    scene.pace = Pace.telegram(scene.clock);
    scene.start();
    scene.work(Duration.ofSeconds(5), SECOND);
    after(STILL.plusSeconds(20));
    assertThat(scene.postbox.says("a")).containsExactly(bold("x:2"), bold("new:1"));
  }

  @Test
  void a_chat_that_moved_is_not_edited_by_the_numbers_of_old() {
    published("x:1");
    scene.start().migrated(scene.chat("a"), "a2");
    scene.write("one", "x:2");
    after(STILL.plusSeconds(10));
    assertThat(scene.postbox.editing).hasSize(1);
    assertThat(notes("a2")).containsExactly(Reason.NOT_EDITABLE);
  }
}
