package bot.briefing.telegram;

import bot.briefing.http.WrittenOnce;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Writes a request once and no more. The answer is read whole here, so that one that is cut, or is
 * none of the Bot API's (HTML, foreign JSON), fails as a lost connection does, with the word on
 * whether the request was sent.
 */
final class OneShot implements Interceptor {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public Response intercept(Chain chain) throws IOException {
    return WrittenOnce.proceed(chain, OneShot::whole);
  }

  private static Response whole(Response response) throws IOException {
    try (response) {
      MediaType type = response.body().contentType();
      byte[] answer = response.body().bytes();
      if (!isAnswer(answer)) {
        throw new IOException(response.code() + " with an answer that cannot be read");
      }
      return response.newBuilder().body(ResponseBody.create(answer, type)).build();
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
}
