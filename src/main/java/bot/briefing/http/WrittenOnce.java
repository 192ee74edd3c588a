package bot.briefing.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A request that is written once and no more. OkHttp sends a POST again when a connection is lost,
 * on 503 and on 307, and a message would arrive twice; it does not with a body that is "one shot".
 */
public final class WrittenOnce {
  /** What is made of the answer; where it fails, the answer counts as lost. */
  @FunctionalInterface
  public interface Reading {
    Response read(Response answer) throws IOException;
  }

  private WrittenOnce() {}

  /**
   * Goes on with a request.
   *
   * @throws LostException with the word on whether a request that has a body may have arrived
   * @throws IOException where one without a body was lost
   */
  public static Response proceed(Interceptor.Chain chain, Reading reading) throws IOException {
    Request request = chain.request();
    RequestBody whole = request.body();
    if (whole == null) {
      return chain.proceed(request);
    }
    Body body = new Body(whole);
    try {
      return reading.read(
          chain.proceed(request.newBuilder().method(request.method(), body).build()));
    } catch (IOException lost) {
      throw new LostException(body.begun, lost);
    }
  }

  /** Tells whether it was begun. */
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
