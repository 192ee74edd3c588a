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
      throw new TaxonomyException(
          file, Entries.lineOf(node), "this is no entry; write \"key: value\"");
    }
    Entry entry = new Entry(file, mapping);
    List<String> seen = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Text key = entry.text(tuple.getKeyNode(), "a key");
      if (seen.contains(key.value)) {
        throw entry.wrong(key.line, "\"" + key.value + "\" stands here twice; remove one");
      }
      seen.add(key.value);
      List<String> meant = new Nearest<>(keys, List::of).to(key.value, 1);
      if (!keys.contains(key.value) && !meant.isEmpty()) {
        throw entry.wrong(
            key.line,
            "there is no key \"" + key.value + "\"; did you mean \"" + meant.getFirst() + "\"?");
      }
    }
    return entry;
  }

  int line() {
    return Entries.lineOf(node);
  }

  TaxonomyException wrong(int line, String reason) {
    return new TaxonomyException(file, line, reason);
  }

  /** A text that must be there. */
  Text text(String key) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null) {
      throw wrong(line(), key + " is missing; add \"" + key + ": …\"");
    }
    return text(value, key);
  }

  /** A list of texts; empty where there is none. */
  List<Text> texts(String key) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null || Entries.isNothing(value)) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list)) {
      throw wrong(
          Entries.lineOf(value), key + " is no list; write \"" + key + ": [one, another]\"");
    }
    List<Text> texts = new ArrayList<>();
    for (Node item : list.getValue()) {
      texts.add(text(item, "an item of " + key));
    }
    return texts;
  }

  /** A mapping that must be there. */
  Entry entry(String key, Set<String> keys) throws TaxonomyException {
    Node value = value(key).orElse(null);
    if (value == null) {
      throw wrong(line(), key + " is missing; add \"" + key + ": {" + form(keys) + "}\"");
    }
    if (!(value instanceof MappingNode)) {
      throw wrong(Entries.lineOf(value), key + " is no mapping; write {" + form(keys) + "}");
    }
    return of(file, value, keys);
  }

  private static String form(Set<String> keys) {
    return String.join(", ", keys.stream().map(key -> key + ": …").toList());
  }

  private Optional<Node> value(String key) {
    return node.getValue().stream()
        .filter(
            tuple ->
                tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  private Text text(Node node, String what) throws TaxonomyException {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(Entries.lineOf(node), what + " is no text; write a single word or \"a phrase\"");
    }
    if (scalar.getValue().isBlank()) {
      throw wrong(Entries.lineOf(node), what + " is empty; write a text or remove it");
    }
    return new Text(scalar.getValue().strip(), Entries.lineOf(node));
  }
}
