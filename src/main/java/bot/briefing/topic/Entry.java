package bot.briefing.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of known keys. */
final class Entry {
  /** A text and the line where it stands. */
  record Text(String value, int line) {}

  private final String file;
  private final MappingNode node;

  private Entry(String file, MappingNode node) {
    this.file = file;
    this.node = node;
  }

  static Entry of(String file, Node node, Set<String> keys) throws TaxonomyException {
    if (!(node instanceof MappingNode mapping)) {
      throw new TaxonomyException(file, Entries.lineOf(node), "no-entry", "", List.of());
    }
    Entry entry = new Entry(file, mapping);
    List<String> seen = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Text key = entry.text(tuple.getKeyNode(), "key", "");
      if (seen.contains(key.value)) {
        throw entry.wrong(key.line, "twice", key.value);
      }
      seen.add(key.value);
      List<String> meant = new Nearest<>(keys, List::of).to(key.value, 1);
      if (!keys.contains(key.value) && !meant.isEmpty()) {
        throw entry.wrong(key.line, "unknown-key", key.value, meant.getFirst());
      }
    }
    return entry;
  }

  int line() {
    return Entries.lineOf(node);
  }

  /**
   * @param code the sentence's key is {@code lint.taxonomy.} and this
   */
  TaxonomyException wrong(int line, String code, String... arguments) {
    return new TaxonomyException(file, line, code, "", List.of(arguments));
  }

  /** A text that must be there. */
  Text text(String key) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null) {
      throw wrong(line(), "missing", key, "…");
    }
    return text(value, "value", key);
  }

  /** A list of texts; empty where there is none. */
  List<Text> texts(String key) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null || Entries.isNothing(value)) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw wrong(Entries.lineOf(value), "value.no-list", key);
    }
    List<Text> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      texts.add(text(item, "item", key));
    }
    return texts;
  }

  /** A mapping that must be there. */
  Entry entry(String key, Set<String> keys) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null) {
      throw wrong(line(), "missing", key, form(keys));
    }
    if (!(value instanceof MappingNode)) {
      throw wrong(Entries.lineOf(value), "value.no-mapping", key, form(keys));
    }
    return of(file, value, keys);
  }

  private static String form(Set<String> keys) {
    return "{" + String.join(", ", keys.stream().map(key -> key + ": …").toList()) + "}";
  }

  private Optional<Node> value(String key) {
    return node.getValue().stream()
        .filter(
            tuple ->
                tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private Text text(Node node, String what, String key) throws TaxonomyException {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(Entries.lineOf(node), what + ".no-text", key);
    }
    if (scalar.getValue().isBlank()) {
      throw wrong(Entries.lineOf(node), what + ".empty", key);
    }
    return new Text(scalar.getValue().strip(), Entries.lineOf(node));
  }
}
