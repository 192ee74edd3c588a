package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is wrong with a request's body, field by field, in the nested shape of Discord's error 50035
 * (Reference, "Error Messages"). A form stands at one place of the body; {@link #at} goes deeper.
 */
final class Form {
  private final ObjectNode root;
  private final String pointer;

  Form() {
    this(Json.object(), "");
  }

  private Form(ObjectNode root, String pointer) {
    this.root = root;
    this.pointer = pointer;
  }

  Form at(String field) {
    return new Form(root, pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
  }

  Form at(int index) {
    return at(Integer.toString(index));
  }

  void add(String code, String message) {
    ObjectNode place = root;
    for (String field : pointer.split("/", -1)) {
      if (!field.isEmpty()) {
        place = place.withObjectProperty(field.replace("~1", "/").replace("~0", "~"));
      }
    }
    place.withArrayProperty("_errors").addObject().put("code", code).put("message", message);
  }

  void required() {
    add("BASE_TYPE_REQUIRED", "This field is required");
  }

  /** Complains unless the text has at most so many characters. Counts code points. */
  void atMost(String text, int limit) {
    if (length(text) > limit) {
      add("BASE_TYPE_MAX_LENGTH", "Must be " + limit + " or fewer in length.");
    }
  }

  /** Complains unless the length lies within the bounds, both included. */
  void between(int length, int least, int most) {
    if (length < least || length > most) {
      add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
    }
  }

  /** Complains unless the field is a text whose length lies within the bounds. */
  void text(JsonNode body, String field, int least, int most) {
    if (Json.has(body, field)) {
      at(field).between(length(body.path(field).asText()), least, most);
    } else {
      at(field).required();
    }
  }

  /** Complains when the field is there and longer than that. */
  void optionalText(JsonNode body, String field, int most) {
    if (Json.has(body, field)) {
      at(field).atMost(body.path(field).asText(), most);
    }
  }

  boolean isClean() {
    return root.isEmpty();
  }

  void refuseUnlessClean() {
    if (!isClean()) {
      throw refusal();
    }
  }

  Refusal refusal() {
    return Refusal.form(root);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
