package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * What a thread is beside a channel (Channel, "Thread-specific" fields).
 *
 * @param tags the ids of those that a post has
 * @param archiveAfter minutes
 */
record Opened(Channel parent, Person owner, Instant since, List<String> tags, int archiveAfter) {
  void write(ObjectNode channel, int messages) {
    channel.put("parent_id", parent.idText());
    channel.put("owner_id", Long.toString(owner.id()));
    channel.put("message_count", messages);
    channel.put("total_message_sent", messages);
    channel.put("member_count", 1);
    ObjectNode metadata = channel.putObject("thread_metadata");
    metadata.put("archived", false);
    metadata.put("locked", false);
    metadata.put("auto_archive_duration", archiveAfter);
    metadata.put("archive_timestamp", since.toString());
    metadata.put("create_timestamp", since.toString());
    if (parent.type() == Channel.FORUM) {
      ArrayNode applied = channel.putArray("applied_tags");
      tags.forEach(applied::add);
    }
  }
}
