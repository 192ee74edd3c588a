package bot.briefing.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request's body once and no more. OkHttp sends a POST again when a connection is lost,
 * and JDA on 502 and its like: a message would come twice. A body that is "one shot" stops the
 * former; the latter asks for a status that JDA does not know, 500.
 */
final class OneShot implements Interceptor {
  private static final int SERVER_ERROR = 500;

  /** Discord takes one answer to an interaction: repeating that is harmless, and is left to JDA. */
  private static final String ANSWERED_ONCE = "/interactions/";

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody whole = request.body();
    if (whole == null) {
      return chain.proceed(request);
    }
    Body body = new Body(whole);
    Response response;
    try {
      response = chain.proceed(request.newBuilder().method(request.method(), body).build());
    } catch (IOException lost) {
      throw new LostException(
          body.begun, lost.getClass().getSimpleName() + ": " + lost.getMessage());
    }
    boolean failed = response.code() > SERVER_ERROR;
    return failed && !request.url().encodedPath().contains(ANSWERED_ONCE)
        ? response.newBuilder().code(SERVER_ERROR).build()
        : response;
  }

  /** A body that is written once, and tells whether it was begun. */
  private static final class Body extends RequestBody {
    private final RequestBody whole;
    private volatile boolean begun;

    Body(RequestBody whole) {
      this.whole = whole;
    }

    @Override
    public @Nullable MediaType contentType() {
      return whole.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return whole.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      begun = true;
      whole.writeTo(sink);
    }
  }
}
