package bot.briefing.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The bot's menu of commands, one for each scope and language. */
final class CommandMethods {
  private static final int MOST = 100;
  private static final int DESCRIPTION = 256;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
  private static final Pattern SCOPE =
      Pattern.compile(
          "default|all_private_chats|all_group_chats|all_chat_administrators"
              + "|chat|chat_administrators|chat_member");

  private final World world;
  private final Map<String, ArrayNode> menus = new HashMap<>();

  CommandMethods(World world) {
    this.world = world;
  }

  Map<String, Method> methods() {
    return Map.of(
        "setMyCommands", this::setMyCommands,
        "getMyCommands", this::getMyCommands,
        "deleteMyCommands", this::deleteMyCommands);
  }

  private JsonNode setMyCommands(Parameters parameters) {
    JsonNode commands = parameters.json("commands", "commands");
    if (!commands.isArray() && !commands.isMissingNode()) {
      throw Refusal.badRequest("expected an Array of BotCommand");
    }
    if (commands.size() > MOST) {
      throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
    }
    ArrayNode menu = JsonNodeFactory.instance.arrayNode();
    for (JsonNode command : commands) {
      String name = required(command, "command").strip().replaceFirst("^/", "");
      String description = required(command, "description").strip();
      if (name.isEmpty()) {
        throw Refusal.badRequest("command must be non-empty");
      }
      if (name.codePointCount(0, name.length()) > 32) {
        throw Refusal.badRequest("command length must not exceed 32");
      }
      if (description.isEmpty()) {
        throw Refusal.badRequest("command description must be non-empty");
      }
      if (description.codePointCount(0, description.length()) > DESCRIPTION) {
        throw Refusal.badRequest("command description length must not exceed " + DESCRIPTION);
      }
      if (!NAME.matcher(name).matches()) {
        throw Refusal.badRequest("BOT_COMMAND_INVALID");
      }
      menu.addObject().put("command", name).put("description", description);
    }
    menus.put(key(parameters), menu);
    return BooleanNode.TRUE;
  }

  private JsonNode getMyCommands(Parameters parameters) {
    return menus.getOrDefault(key(parameters), JsonNodeFactory.instance.arrayNode()).deepCopy();
  }

  private JsonNode deleteMyCommands(Parameters parameters) {
    menus.remove(key(parameters));
    return BooleanNode.TRUE;
  }

  private String key(Parameters parameters) {
    JsonNode scope = parameters.json("scope", "BotCommandScope");
    String type = scope.path("type").asText("default");
    if (!SCOPE.matcher(type).matches()) {
      throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
    }
    String chat = "";
    if (type.equals("chat") || type.startsWith("chat_")) {
      chat = scope.path("chat_id").asText();
      if (world.room(scope.path("chat_id").asLong()).isEmpty()) {
        throw Refusal.badRequest("chat not found");
      }
    }
    String language = parameters.text("language_code");
    if (!language.matches("|[a-z]{2}")) {
      throw Refusal.badRequest("invalid language code specified");
    }
    return String.join("/", type, chat, scope.path("user_id").asText(""), language);
  }

  private static String required(JsonNode command, String field) {
    if (!command.path(field).isValueNode()) {
      throw Refusal.badRequest("can't parse BotCommand: Can't find field \"%s\"".formatted(field));
    }
    return command.path(field).asText();
  }
}
