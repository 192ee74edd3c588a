package bot.briefing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bot.briefing.store.UnusableDatabaseException.Reason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresTest extends DatabaseContract {
  @SuppressWarnings("NullAway.Init")
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void empty() throws Exception {
    execute("drop schema public cascade", "create schema public");
  }

  @Override
  Database open() throws UnusableDatabaseException {
    return Databases.openPostgres(url());
  }

  @Test
  void a_newer_version_is_refused() throws Exception {
    open().close();
    execute("update flyway_schema_history set version = '99'");
    assertThatExceptionOfType(UnusableDatabaseException.class)
        .isThrownBy(this::open)
        .returns(Reason.NEWER, UnusableDatabaseException::reason);
  }

  @Test
  void a_server_that_is_not_there_is_told_without_the_password() {
    assertThatExceptionOfType(UnusableDatabaseException.class)
        .isThrownBy(
            () ->
                Databases.openPostgres(
                    "jdbc:postgresql://127.0.0.1:1/briefing?user=me&password=opensesame"))
        .returns(Reason.UNREACHABLE, UnusableDatabaseException::reason)
        .satisfies(e -> assertThat(e.getMessage()).contains("127.0.0.1").doesNotContain("sesame"));
  }

  @Test
  void a_read_only_one_is_refused() throws Exception {
    execute("alter database postgres set default_transaction_read_only = on");
    try {
      assertThatExceptionOfType(UnusableDatabaseException.class)
          .isThrownBy(this::open)
          .returns(Reason.READ_ONLY, UnusableDatabaseException::reason);
    } finally {
      execute(
          "set session characteristics as transaction read write",
          "alter database postgres reset default_transaction_read_only");
    }
  }

  private static String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  private static void execute(String... statements) throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }
}
