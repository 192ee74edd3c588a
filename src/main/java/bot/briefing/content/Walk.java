package bot.briefing.content;

import com.vladsch.flexmark.util.ast.Node;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a tree depth first, on the heap: what a hostile file nests cannot overflow the stack. */
final class Walk {
  private Walk() {}

  /**
   * Visits all that is below {@code root}.
   *
   * @param enter whether to go into a node's children
   * @param leave is called once for each node that was entered
   */
  static void over(Node root, Predicate<Node> enter, Consumer<Node> leave) {
    @Nullable Node node = root.getFirstChild();
    while (node != null) {
      Node child = enter.test(node) ? node.getFirstChild() : null;
      node = child != null ? child : next(root, node, leave);
    }
  }

  private static @Nullable Node next(Node root, Node from, Consumer<Node> leave) {
    Node node = from;
    leave.accept(node);
    while (node.getNext() == null) {
      Node parent = node.getParent();
      if (parent == null || parent.equals(root)) {
        return null;
      }
      node = parent;
      leave.accept(node);
    }
    return node.getNext();
  }
}
