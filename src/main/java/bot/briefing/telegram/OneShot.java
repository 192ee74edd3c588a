package bot.briefing.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request once and no more. OkHttp sends a POST again when a connection is lost, on 503
 * and on 307, and a message would arrive twice; it does not with a body that is "one shot". The
 * answer is read whole here, so that one that is cut, or is none of the Bot API's (HTML, foreign
 * JSON), fails as a lost connection does, with the word on whether the request was sent.
 */
final class OneShot implements Interceptor {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody whole = request.body();
    if (whole == null) {
      return chain.proceed(request);
    }
    Body body = new Body(whole);
    try (Response response =
        chain.proceed(request.newBuilder().method(request.method(), body).build())) {
      MediaType type = response.body().contentType();
      byte[] answer = response.body().bytes();
      if (!isAnswer(answer)) {
        throw new IOException(response.code() + " with an answer that cannot be read");
      }
      return response.newBuilder().body(ResponseBody.create(answer, type)).build();
    } catch (IOException lost) {
      throw new LostException(
          body.begun, lost.getClass().getSimpleName() + ": " + lost.getMessage());
    }
  }

  /** Whether this is an object that says {@code ok} (Bot API, Making requests). */
  private static boolean isAnswer(byte[] answer) {
    try (JsonParser json = JSON.createParser(answer)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean ok = json.currentName().equals("ok");
        JsonToken value = json.nextToken();
        if (ok) {
          return value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE;
        }
        json.skipChildren();
      }
      return false;
    } catch (IOException notJson) {
      return false;
    }
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
