package bot.briefing.sandbox.wire;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The connection below a request. */
public final class Hangup {
  private Hangup() {}

  private static EndPoint line(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint();
  }

  /** Closes it without an answer. */
  public static void cut(Context context) {
    line(context).close(new IOException("a fault"));
  }

  /**
   * Whether the client has closed it. Only while a request is served whose client sends nothing
   * before the answer (no HTTP/1.1 client does that any more): a byte that came would be lost.
   */
  public static boolean isCut(Context context) {
    EndPoint line = line(context);
    try {
      return !line.isOpen()
          || (line.getTransport() instanceof SocketChannel channel
              && channel.read(ByteBuffer.allocate(1)) < 0);
    } catch (IOException _) {
      return true;
    }
  }
}
