package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of message components (Components, "Component Reference"), with Components V2 or
 * without. One object checks one message.
 */
final class ComponentCheck {
  static final int ROW = 1;
  static final int BUTTON = 2;
  static final int STRING_SELECT = 3;
  static final int SECTION = 9;
  static final int TEXT = 10;
  static final int THUMBNAIL = 11;
  static final int GALLERY = 12;
  static final int FILE = 13;
  static final int SEPARATOR = 14;
  static final int CONTAINER = 17;

  private static final List<Integer> LEGACY = List.of(ROW);
  private static final List<Integer> TOP =
      List.of(ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER);
  private static final List<Integer> IN_CONTAINER =
      List.of(ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR);
  private static final List<Integer> IN_ROW = List.of(BUTTON, STRING_SELECT, 5, 6, 7, 8);

  private static final int LEGACY_ROWS = 5;
  private static final int COMPONENTS = 40;
  private static final int TEXT_SUM = 4_000;

  private final Set<String> customIds = new HashSet<>();
  private final Set<Integer> ids = new HashSet<>();
  private int count;
  private int text;

  private ComponentCheck() {}

  static void check(Form form, JsonNode components, boolean v2) {
    ComponentCheck check = new ComponentCheck();
    if (!v2 && components.size() > LEGACY_ROWS) {
      form.add("BASE_TYPE_MAX_LENGTH", "Must be " + LEGACY_ROWS + " or fewer in length.");
    }
    check.each(form, components, v2 ? TOP : LEGACY);
    if (check.count > COMPONENTS) {
      form.add(
          "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
          "Total number of components cannot exceed " + COMPONENTS);
    }
    if (check.text > TEXT_SUM) {
      form.add(
          "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
          "Components displayable text size exceeds maximum size of " + TEXT_SUM);
    }
  }

  private void each(Form form, JsonNode components, List<Integer> allowed) {
    for (int i = 0; i < components.size(); i++) {
      one(form.at(i), components.path(i), allowed);
    }
  }

  private void one(Form form, JsonNode component, List<Integer> allowed) {
    int type = component.path("type").asInt();
    if (!allowed.contains(type)) {
      form.add("UNION_TYPE_CHOICES", "Value of field \"type\" must be one of " + list(allowed));
      return;
    }
    count++;
    int id = component.path("id").asInt();
    if (id != 0 && !ids.add(id)) {
      form.at("id").add("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
    }
    switch (type) {
      case ROW -> row(form, component.path("components"));
      case BUTTON -> button(form, component);
      case SECTION -> section(form, component);
      case TEXT -> {
        form.text(component, "content", 1, TEXT_SUM);
        text += Form.length(component.path("content").asText());
      }
      case THUMBNAIL -> media(form, component);
      case GALLERY -> gallery(form.at("items"), component.path("items"));
      case CONTAINER -> {
        form.at("components").between(component.path("components").size(), 1, COMPONENTS);
        each(form.at("components"), component.path("components"), IN_CONTAINER);
      }
      case FILE, SEPARATOR -> {}
      default -> select(form, component, type);
    }
  }

  private static String list(List<Integer> types) {
    String inside = types.stream().map(Object::toString).collect(Collectors.joining(", "));
    return types.size() == 1 ? "(" + inside + ",)." : "(" + inside + ").";
  }

  private void row(Form form, JsonNode children) {
    form.at("components").between(children.size(), 1, 5);
    boolean mixed = false;
    for (JsonNode child : children) {
      mixed |= child.path("type").asInt() != BUTTON;
    }
    if (mixed) {
      for (int i = 1; i < children.size(); i++) {
        form.at("components")
            .at(i)
            .add(
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width");
      }
    }
    each(form.at("components"), children, IN_ROW);
  }

  private void section(Form form, JsonNode section) {
    form.at("components").between(section.path("components").size(), 1, 3);
    each(form.at("components"), section.path("components"), List.of(TEXT));
    if (Json.has(section, "accessory")) {
      one(form.at("accessory"), section.path("accessory"), List.of(BUTTON, THUMBNAIL));
    } else {
      form.at("accessory").required();
    }
  }

  private static void gallery(Form form, JsonNode items) {
    form.between(items.size(), 1, 10);
    for (int i = 0; i < items.size(); i++) {
      media(form.at(i), items.path(i));
    }
  }

  private static void media(Form form, JsonNode item) {
    form.optionalText(item, "description", 1_024);
    if (Json.has(item.path("media"), "url")) {
      Links.check(form.at("media").at("url"), item.path("media").path("url").asText(), Links.MEDIA);
    } else {
      form.at("media").required();
    }
  }

  private void button(Form form, JsonNode button) {
    int style = button.path("style").asInt();
    if (style < 1 || style > 6) {
      form.at("style").add("BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
      return;
    }
    form.optionalText(button, "label", 80);
    if (style < 6 && button.path("label").asText("").isEmpty() && !Json.has(button, "emoji")) {
      form.at("label").required();
    }
    if (style == 5) {
      if (Json.has(button, "custom_id")) {
        form.at("custom_id")
            .add(
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified");
      }
      form.text(button, "url", 1, 512);
      if (Json.has(button, "url")) {
        Links.check(form.at("url"), button.path("url").asText(), Links.BUTTON);
      }
    } else if (style < 5) {
      if (Json.has(button, "url")) {
        form.at("url")
            .add(
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified");
      }
      customId(form, button);
    }
  }

  private void customId(Form form, JsonNode component) {
    form.text(component, "custom_id", 1, 100);
    if (Json.has(component, "custom_id") && !customIds.add(component.path("custom_id").asText())) {
      form.at("custom_id")
          .add("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
  }

  private void select(Form form, JsonNode select, int type) {
    customId(form, select);
    form.optionalText(select, "placeholder", 150);
    for (String bound : new String[] {"min_values", "max_values"}) {
      int value = select.path(bound).asInt(1);
      if (value < 0 || value > 25) {
        form.at(bound).add("NUMBER_TYPE_MAX", "int value should be less than or equal to 25.");
      }
    }
    if (type == STRING_SELECT) {
      options(form.at("options"), select.path("options"));
    }
  }

  private static void options(Form form, JsonNode options) {
    form.between(options.size(), 1, 25);
    Set<String> values = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      Form at = form.at(i);
      at.text(options.path(i), "label", 1, 100);
      at.text(options.path(i), "value", 1, 100);
      at.optionalText(options.path(i), "description", 100);
      if (!values.add(options.path(i).path("value").asText())) {
        at.at("value")
            .add(
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used");
      }
    }
  }
}
