package bot.briefing.discord;

import bot.briefing.http.WrittenOnce;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Writes a request's body once and no more. OkHttp sends a POST again, and so does JDA on 502 and
 * its like: it is told a status that it does not know, 500.
 */
final class OneShot implements Interceptor {
  private static final int SERVER_ERROR = 500;

  /** Discord takes one answer to an interaction: repeating that is harmless, and is left to JDA. */
  private static final String ANSWERED_ONCE = "/interactions/";

  @Override
  public Response intercept(Chain chain) throws IOException {
    return WrittenOnce.proceed(chain, OneShot::quiet);
  }

  private static Response quiet(Response response) {
    boolean failed = response.code() > SERVER_ERROR;
    return failed && !response.request().url().encodedPath().contains(ANSWERED_ONCE)
        ? response.newBuilder().code(SERVER_ERROR).build()
        : response;
  }
}
