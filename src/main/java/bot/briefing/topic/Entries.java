package bot.briefing.topic;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file that is a list of entries, each with its lines. */
final class Entries {
  private Entries() {}

  /**
   * Reads a file.
   *
   * @param keys that an entry may have
   * @return empty where there is no file, or nothing in it
   */
  static List<Entry> read(Path file, Set<String> keys) throws TaxonomyException {
    String name = file.getFileName().toString();
    Optional<Node> root = compose(name, content(file, name));
    if (root.isEmpty() || isNothing(root.get())) {
      return List.of();
    }
    if (!(root.get() instanceof SequenceNode list)) {
      throw new TaxonomyException(name, lineOf(root.get()), "no-list", "", List.of());
    }
    List<Entry> entries = new ArrayList<>();
    for (Node node : list.getValue()) {
      entries.add(Entry.of(name, node, keys));
    }
    return entries;
  }

  private static String content(Path file, String name) throws TaxonomyException {
    try {
      String content = Files.readString(file, StandardCharsets.UTF_8);
      return content.startsWith("\uFEFF") ? content.substring(1) : content;
    } catch (CharacterCodingException e) {
      throw new TaxonomyException(name, 1, "not-utf8", "", List.of());
    } catch (IOException e) {
      throw new TaxonomyException(name, 1, "unreadable", e.toString(), List.of());
    }
  }

  private static Optional<Node> compose(String name, String content) throws TaxonomyException {
    try {
      return new Compose(LoadSettings.builder().build()).composeString(content);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> place = e.getProblemMark().or(e::getContextMark);
      int line = place.map(Mark::getLine).orElse(0) + 1;
      int column = place.map(Mark::getColumn).orElse(0) + 1;
      throw new TaxonomyException(name, line, column, "no-yaml", e.getProblem(), List.of());
    } catch (YamlEngineException e) {
      throw new TaxonomyException(name, 1, "no-yaml", String.valueOf(e.getMessage()), List.of());
    }
  }

  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
