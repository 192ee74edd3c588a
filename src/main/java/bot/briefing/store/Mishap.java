package bot.briefing.store;

import bot.briefing.store.UnusableDatabaseException.Reason;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a driver's error means to somebody who wants to use the database. */
final class Mishap {
  private static final int PRIMARY = 0xff;

  private Mishap() {}

  static Reason reason(SQLException error) {
    if (error instanceof SQLiteException sqlite) {
      return sqlite(sqlite.getResultCode());
    }
    String state = error.getSQLState() == null ? "" : error.getSQLState();
    return switch (state) {
      case "25006" -> Reason.READ_ONLY;
      case "53100" -> Reason.FULL;
      case "55P03" -> Reason.LOCKED;
      default -> state.startsWith("XX") ? Reason.CORRUPT : Reason.UNREACHABLE;
    };
  }

  private static Reason sqlite(SQLiteErrorCode code) {
    // The low byte of an extended code is the code that it extends.
    int primary = code.code & PRIMARY;
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return Reason.CORRUPT;
    } else if (primary == SQLiteErrorCode.SQLITE_READONLY.code) {
      return Reason.READ_ONLY;
    } else if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
      return Reason.FULL;
    } else if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return Reason.LOCKED;
    }
    return Reason.UNREACHABLE;
  }
}
