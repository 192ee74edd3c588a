package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The tags of a forum (Channel, "Forum Tag Object").
 *
 * @param required whether each post must have one
 */
record Tags(List<Tag> all, boolean required) {
  private static final int REQUIRE_TAG = 1 << 4;

  /**
   * One of them.
   *
   * @param moderated whether only who manages threads may give it
   */
  record Tag(String id, String name, boolean moderated) {}

  Optional<Tag> find(String id) {
    return all.stream().filter(tag -> tag.id.equals(id)).findFirst();
  }

  void write(ObjectNode channel) {
    channel.put("flags", required ? REQUIRE_TAG : 0);
    ArrayNode tags = channel.putArray("available_tags");
    for (Tag tag : all) {
      tags.addObject()
          .put("id", tag.id)
          .put("name", tag.name)
          .put("moderated", tag.moderated)
          .putNull("emoji_id")
          .putNull("emoji_name");
    }
    channel.putNull("default_reaction_emoji");
    channel.putNull("default_sort_order");
    channel.put("default_forum_layout", 0);
  }
}
