package bot.briefing.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every kind of database is held to. */
abstract class DatabaseContract {
  /** Opens the same database each time; nobody else has it. */
  abstract Database open() throws Exception;

  @Test
  void a_new_one_has_the_tables() throws Exception {
    try (Database database = open()) {
      assertThat(count(database, "subscription")).isZero();
      assertThat(count(database, "part")).isZero();
    }
  }

  @Test
  void what_was_written_is_there_when_it_is_opened_again() throws Exception {
    try (Database database = open()) {
      database
          .jdbi()
          .useTransaction(handle -> handle.execute("insert into words values ('a', '본문', '말') "));
    }
    try (Database database = open()) {
      List<String> found =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle.createQuery("select body from words").mapTo(String.class).list());
      assertThat(found).containsExactly("본문");
    }
  }

  @Test
  void a_transaction_that_fails_leaves_nothing() throws Exception {
    try (Database database = open()) {
      try {
        database
            .jdbi()
            .useTransaction(
                handle -> {
                  handle.execute("insert into words values ('a', 'b', 'c')");
                  throw new IllegalStateException("on purpose");
                });
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("on purpose");
      }
      assertThat(count(database, "words")).isZero();
    }
  }

  @Test
  void the_schema_that_the_code_knows_is_the_newest_one() throws Exception {
    try (Database database = open()) {
      List<String> versions =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select version from flyway_schema_history")
                          .mapTo(String.class)
                          .list());
      assertThat(versions).contains(String.valueOf(Schema.NEWEST));
      assertThat(versions.stream().mapToInt(Integer::parseInt).max()).hasValue(Schema.NEWEST);
    }
  }

  static int count(Database database, String table) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
