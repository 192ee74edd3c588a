package bot.briefing.sandbox.telegram;

import bot.briefing.sandbox.wire.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Methods that send, change and delete messages and answer buttons. */
final class MessageMethods {
  private static final long DELETABLE_SECONDS = 48 * 3600;
  private static final int NOTICE = 200;
  private static final Set<String> ACTIONS =
      Set.of(
          "typing",
          "upload_photo",
          "record_video",
          "upload_video",
          "record_voice",
          "upload_voice",
          "upload_document",
          "choose_sticker",
          "find_location",
          "record_video_note",
          "upload_video_note");

  private final World world;
  private final Addressed addressed;

  MessageMethods(World world) {
    this.world = world;
    this.addressed = new Addressed(world);
  }

  Map<String, Method> methods() {
    return Map.of(
        "sendMessage", this::sendMessage,
        "sendPhoto", this::sendPhoto,
        "sendChatAction", this::sendChatAction,
        "editMessageText", this::editMessageText,
        "editMessageReplyMarkup", this::editMessageReplyMarkup,
        "deleteMessage", this::deleteMessage,
        "answerCallbackQuery", this::answerCallbackQuery);
  }

  private JsonNode sendMessage(Parameters parameters) {
    Formatted text = Texts.text(parameters);
    JsonNode preview = parameters.json("link_preview_options", "link preview options");
    return send(
        parameters,
        message -> {
          world.write(message, "text", text);
          if (preview.isObject()) {
            message.set("link_preview_options", preview);
          }
        });
  }

  private JsonNode sendPhoto(Parameters parameters) {
    Formatted caption = Texts.caption(parameters);
    String photo = parameters.file("photo").orElseGet(() -> parameters.text("photo"));
    if (photo.isEmpty()) {
      throw Refusal.badRequest("there is no photo in the request");
    }
    boolean known = photo.matches("AgAC[0-9a-f]{16}");
    if (!known && (!photo.matches("(?i)https?://.+") || Links.checked(photo).isEmpty())) {
      throw Refusal.badRequest("wrong file identifier/HTTP URL specified");
    }
    return send(
        parameters,
        message -> {
          message
              .putArray("photo")
              .addObject()
              .put("file_id", photo)
              .put("file_unique_id", Integer.toHexString(photo.hashCode()))
              .put("width", 1280)
              .put("height", 720);
          if (!caption.text().isEmpty()) {
            world.write(message, "caption", caption);
          }
        });
  }

  private JsonNode send(Parameters parameters, java.util.function.Consumer<ObjectNode> content) {
    Optional<ObjectNode> keyboard = Keyboard.of(parameters);
    Room room = addressed.writable(parameters);
    Optional<Integer> thread = addressed.thread(parameters, room);
    Optional<ObjectNode> replied = replied(parameters, room);
    Optional<ReplyKeyboard> shown = ReplyKeyboard.of(parameters, room);
    shown.ifPresent(room::show);
    ObjectNode sent =
        world.post(
            room,
            Optional.empty(),
            message -> {
              thread.ifPresent(
                  id -> message.put("message_thread_id", id).put("is_topic_message", true));
              replied.ifPresent(original -> message.set("reply_to_message", original));
              content.accept(message);
              keyboard.ifPresent(markup -> message.set("reply_markup", markup));
              shown
                  .flatMap(ReplyKeyboard::markup)
                  .ifPresent(markup -> message.set("reply_markup", markup));
            });
    if (shown.isPresent()) {
      // An app sees it; of a Message, only an inline keyboard is told to the bot.
      sent.remove("reply_markup");
    }
    write(Journal.Kind.SENT, room, sent, parameters.flag("disable_notification"));
    return sent;
  }

  private void write(Journal.Kind kind, Room room, ObjectNode message, boolean silent) {
    String caption = message.path("caption").asText(message.path("photo").toString());
    world
        .journal()
        .add(
            kind,
            Long.toString(room.id()),
            message.path("message_thread_id").asInt(),
            message.path("message_id").asLong(),
            world.clock().instant(),
            message.path("text").asText(caption),
            "",
            silent);
  }

  private static Optional<ObjectNode> replied(Parameters parameters, Room room) {
    JsonNode reply = parameters.json("reply_parameters", "reply parameters");
    if (!reply.isObject()) {
      return Optional.empty();
    }
    ObjectNode original = room.messages().get(reply.path("message_id").asInt());
    if (original == null && !reply.path("allow_sending_without_reply").asBoolean()) {
      throw Refusal.badRequest("message to be replied not found");
    }
    return Optional.ofNullable(original)
        .map(message -> (ObjectNode) message.deepCopy().without("reply_to_message"));
  }

  private JsonNode sendChatAction(Parameters parameters) {
    if (!ACTIONS.contains(parameters.text("action").toLowerCase(java.util.Locale.ROOT))) {
      throw Refusal.badRequest("wrong parameter action in request");
    }
    addressed.thread(parameters, addressed.writable(parameters));
    return BooleanNode.TRUE;
  }

  private JsonNode editMessageText(Parameters parameters) {
    Formatted text = Texts.text(parameters);
    JsonNode preview = parameters.json("link_preview_options", "link preview options");
    return edit(
        parameters,
        message -> {
          if (!message.has("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
          }
          world.write(message, "text", text);
          if (preview.isObject()) {
            message.set("link_preview_options", preview);
          } else {
            message.remove("link_preview_options");
          }
        });
  }

  private JsonNode editMessageReplyMarkup(Parameters parameters) {
    return edit(parameters, _ -> {});
  }

  private JsonNode edit(Parameters parameters, java.util.function.Consumer<ObjectNode> change) {
    Optional<ObjectNode> keyboard = Keyboard.of(parameters);
    Room room = addressed.readable(parameters);
    ObjectNode message = addressed.message(parameters, room, "message to edit");
    boolean own = room.channel() || message.path("from").path("id").asLong() == World.botId();
    boolean bare = !message.path("reply_markup").has("keyboard");
    if (!own || !bare || !(message.has("text") || message.has("photo"))) {
      throw Refusal.badRequest("message can't be edited");
    }
    ObjectNode edited = message.deepCopy();
    change.accept(edited);
    keyboard.ifPresentOrElse(
        markup -> edited.set("reply_markup", markup), () -> edited.remove("reply_markup"));
    if (edited.equals(message)) {
      throw Refusal.badRequest(
          "message is not modified: specified new message content and reply markup are exactly"
              + " the same as a current content and reply markup of the message");
    }
    edited.put("edit_date", world.now());
    world.edited(room, edited);
    write(Journal.Kind.EDITED, room, edited, false);
    return edited.deepCopy();
  }

  private JsonNode deleteMessage(Parameters parameters) {
    if (parameters.integer("message_id", 0) == 0) {
      throw Refusal.badRequest("message identifier is not specified");
    }
    Room room = addressed.readable(parameters);
    ObjectNode message = addressed.message(parameters, room, "message to delete");
    boolean own = message.path("from").path("id").asLong() == World.botId();
    boolean old = world.now() - message.path("date").asLong() > DELETABLE_SECONDS;
    boolean may = room.bot().administrates() || (!old && (own || room.kind() == Room.Kind.PRIVATE));
    if (!may) {
      throw Refusal.badRequest("message can't be deleted for everyone");
    }
    world.deleted(room, message.path("message_id").asInt());
    write(Journal.Kind.DELETED, room, message, false);
    return BooleanNode.TRUE;
  }

  private JsonNode answerCallbackQuery(Parameters parameters) {
    String text = parameters.text("text");
    if (text.length() > NOTICE) {
      throw Refusal.badRequest("MESSAGE_TOO_LONG");
    }
    Room room =
        world
            .answered(Objects.requireNonNull(parameters.text("callback_query_id")))
            .orElseThrow(
                () ->
                    Refusal.badRequest(
                        "query is too old and response timeout expired or query ID is invalid"));
    ObjectNode notice = Parameters.JSON.createObjectNode();
    notice.put("text", text).put("show_alert", parameters.flag("show_alert"));
    if (!text.isEmpty()) {
      world.tell("notice", room, notice);
    }
    return BooleanNode.TRUE;
  }
}
