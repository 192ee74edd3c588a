package bot.briefing.delivery;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of a handle until it is closed: those who write ask the same of the database
 * again and again, and to prepare it costs more than to do it. For the one thread that has the
 * handle.
 */
final class Reused implements StatementBuilder {
  private final StatementBuilder plain;
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  /** With what it was prepared: it is closed under the words that stand in the code. */
  private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

  Reused(Connection connection) {
    plain = DefaultStatementBuilder.FACTORY.createStatementBuilder(connection);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    PreparedStatement kept = context.isReturningGeneratedKeys() ? null : idle.remove(sql);
    PreparedStatement given = kept == null ? plain.create(connection, sql, context) : kept;
    lent.put(given, sql);
    return given;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    String key = lent.remove(statement);
    if (key != null
        && statement instanceof PreparedStatement prepared
        && !(statement instanceof CallableStatement)
        && !statement.isClosed()) {
      prepared.clearBatch();
      prepared.clearParameters();
      PreparedStatement other = idle.put(key, prepared);
      if (other != null) {
        plain.close(connection, sql, other);
      }
    } else {
      plain.close(connection, sql, statement);
    }
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection) {
    for (var one : idle.entrySet()) {
      try {
        one.getValue().close();
      } catch (SQLException closing) {
        // The connection is given back, and takes its statements along.
      }
    }
    idle.clear();
    lent.clear();
    plain.close(connection);
  }
}
