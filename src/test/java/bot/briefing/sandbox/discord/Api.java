package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The REST API by plain HTTP. */
final class Api implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  record Answer(int status, JsonNode body, HttpHeaders headers) {
    int code() {
      return body.path("code").asInt();
    }

    /** The codes of the errors at that place: {@code "/embeds/0/title"}. */
    String at(String pointer) {
      JsonNode errors = body.path("errors").at(pointer).path("_errors");
      return errors.isEmpty() ? "" : errors.path(0).path("code").asText();
    }
  }

  Api(ObjectNode coordinates) {
    this(coordinates.path("api").asText(), coordinates.path("token").asText());
  }

  Api(String base, String token) {
    this.base = base;
    this.token = token;
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer post(String path, JsonNode body) {
    return send("POST", path, body.toString());
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /**
   * Sends a message with files of three bytes each.
   *
   * @param payload JSON written with single quotes
   * @param files {@code part=name}
   */
  Answer form(String verb, String path, String payload, String... files) {
    String between = "----between";
    StringBuilder form = new StringBuilder();
    form.append(
        "--%s\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n".formatted(between));
    form.append("Content-Type: application/json\r\n\r\n").append(payload.replace('\'', '"'));
    for (String file : files) {
      int name = file.indexOf('=');
      form.append("\r\n--").append(between).append("\r\n");
      form.append(
          "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\nabc"
              .formatted(file.substring(0, name), file.substring(name + 1)));
    }
    form.append("\r\n--").append(between).append("--\r\n");
    return exchange(
        to(path)
            .header("Content-Type", "multipart/form-data; boundary=" + between)
            .method(verb, HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bot " + token);
  }

  private Answer send(String verb, String path, String body) {
    HttpRequest.Builder request = to(path);
    if (body.isEmpty()) {
      request.method(verb, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(verb, HttpRequest.BodyPublishers.ofString(body));
    }
    return exchange(request);
  }

  private Answer exchange(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), MAPPER.readTree(answer.body()), answer.headers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
