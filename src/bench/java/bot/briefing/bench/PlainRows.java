package bot.briefing.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The outbox's own rows, written once more by plain JDBC into an empty file of the same schema. */
final class PlainRows {
  private static final List<String> TABLES = List.of("delivery", "part");

  private final Path file;
  private final List<List<Object[]>> rows = new ArrayList<>();
  private final List<String> inserts = new ArrayList<>();

  private PlainRows(Path file) {
    this.file = file;
  }

  /**
   * Reads the rows.
   *
   * @param from the database that the bot has written
   * @param to migrated, and empty
   */
  static PlainRows of(Path from, Path to) throws SQLException {
    PlainRows all = new PlainRows(to);
    try (Connection connection = open(from);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        String key = table.equals("part") ? "delivery" : "id";
        try (ResultSet row =
            statement.executeQuery("select * from " + table + " order by " + key)) {
          int columns = row.getMetaData().getColumnCount();
          all.inserts.add(
              "insert into "
                  + table
                  + " values ("
                  + String.join(", ", Collections.nCopies(columns, "?"))
                  + ")");
          List<Object[]> read = new ArrayList<>();
          while (row.next()) {
            Object[] values = new Object[columns];
            for (int column = 0; column < columns; column++) {
              values[column] = row.getObject(column + 1);
            }
            read.add(values);
          }
          all.rows.add(read);
        }
      }
    }
    return all;
  }

  private static Connection open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("pragma synchronous = full");
      statement.execute("pragma busy_timeout = 10000");
    }
    return connection;
  }

  int deliveries() {
    return rows.getFirst().size();
  }

  /** All of them in one transaction; nanoseconds. */
  long together() throws SQLException {
    try (Connection connection = open(file)) {
      long start = System.nanoTime();
      connection.setAutoCommit(false);
      for (int table = 0; table < TABLES.size(); table++) {
        try (PreparedStatement insert = connection.prepareStatement(inserts.get(table))) {
          for (Object[] row : rows.get(table)) {
            bind(insert, row);
            insert.addBatch();
          }
          insert.executeBatch();
        }
      }
      connection.commit();
      return System.nanoTime() - start;
    }
  }

  /** Each delivery and its part in a durable commit of their own; nanoseconds. */
  long singly(int most) throws SQLException {
    try (Connection connection = open(file);
        PreparedStatement delivery = connection.prepareStatement(inserts.getFirst());
        PreparedStatement part = connection.prepareStatement(inserts.getLast())) {
      connection.setAutoCommit(false);
      long start = System.nanoTime();
      for (int row = 0; row < Math.min(most, deliveries()); row++) {
        bind(delivery, rows.getFirst().get(row));
        delivery.executeUpdate();
        bind(part, rows.getLast().get(row));
        part.executeUpdate();
        connection.commit();
      }
      return System.nanoTime() - start;
    }
  }

  private static void bind(PreparedStatement insert, Object[] row) throws SQLException {
    for (int column = 0; column < row.length; column++) {
      insert.setObject(column + 1, row[column]);
    }
  }
}
