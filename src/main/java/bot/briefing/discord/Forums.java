package bot.briefing.discord;

import bot.briefing.chat.Chat;
import bot.briefing.chat.Deed;
import bot.briefing.chat.Heading;
import bot.briefing.chat.MessageId;
import bot.briefing.chat.Part;
import bot.briefing.chat.Receipt;
import bot.briefing.chat.Search;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.Route.CompiledRoute;

/**
 * Posts in the forum that a chat is a post of (Developer documentation, Start Thread in Forum or
 * Media Channel). A post has no nonce: one that may have been made is looked for among the forum's.
 */
final class Forums {
  private static final int FORUM = 15;
  private static final int MEDIA = 16;
  private static final int REQUIRES_TAG = 1 << 4;
  private static final int MOST_TAGS = 5;
  private static final int SILENT = 1 << 12;
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Receipt.Refused NO_FORUM = new Receipt.Refused("not in a forum");

  private final Ask ask;
  private final InstantSource clock;

  Forums(Ask ask, InstantSource clock) {
    this.ask = ask;
    this.clock = clock;
  }

  Receipt post(Chat chat, Deed.Post post) {
    Heard forum = forum(chat);
    if (!forum.isOk()) {
      return Verdict.of(forum, chat, clock.instant()) instanceof Receipt.Sent
          ? NO_FORUM
          : unread(forum, chat);
    }
    if (!isForum(forum.body())) {
      return NO_FORUM;
    }
    CompiledRoute route = Route.Channels.CREATE_THREAD.compile(forum.body().path("id").asText());
    Part part = Pushed.formed(post.part());
    Heard heard = ask.once(route, body(post, part, forum.body()));
    if (DiscordChannel.isOfTheForm(heard, part)) {
      heard = ask.once(route, body(post, Pushed.plain(part), forum.body()));
    }
    return Verdict.of(heard, chat, clock.instant());
  }

  /** Nothing was made where the forum could not even be read. */
  private Receipt unread(Heard forum, Chat chat) {
    Receipt receipt = Verdict.of(forum, chat, clock.instant());
    return receipt instanceof Receipt.Ambiguous(var why) ? new Receipt.Unreachable(why) : receipt;
  }

  /** The forum that a post is in; a forum itself is one. */
  private Heard forum(Chat chat) {
    Heard channel = ask.read(Route.Channels.GET_CHANNEL.compile(DiscordChannel.channel(chat)));
    String parent = channel.body().path("parent_id").asText();
    return !channel.isOk() || isForum(channel.body()) || parent.isEmpty() || parent.equals("null")
        ? channel
        : ask.read(Route.Channels.GET_CHANNEL.compile(parent));
  }

  private static boolean isForum(JsonNode channel) {
    int type = channel.path("type").asInt();
    return type == FORUM || type == MEDIA;
  }

  private static ObjectNode body(Deed.Post post, Part part, JsonNode forum) {
    ObjectNode body = Deeds.named(post.heading());
    List<String> tags = tags(post.heading(), forum);
    if (!tags.isEmpty()) {
      ArrayNode applied = body.putArray("applied_tags");
      tags.forEach(applied::add);
    }
    ObjectNode message = Pushed.send(part, post.key(), false);
    message.retain("components", "flags", "allowed_mentions");
    if (post.silent()) {
      message.put("flags", message.path("flags").asInt() | SILENT);
    }
    body.set("message", message);
    return body;
  }

  /**
   * The tags that are called like topics, in any language. Where the forum demands one and none is
   * called so: its first. Those that only moderators give are left alone.
   */
  static List<String> tags(Heading heading, JsonNode forum) {
    List<JsonNode> free = new ArrayList<>();
    forum
        .path("available_tags")
        .forEach(
            tag -> {
              if (!tag.path("moderated").asBoolean()) {
                free.add(tag);
              }
            });
    List<String> tags =
        heading.topics().stream()
            .flatMap(names -> free.stream().filter(tag -> isCalled(tag, names)))
            .map(tag -> tag.path("id").asText())
            .distinct()
            .limit(MOST_TAGS)
            .toList();
    boolean demanded = (forum.path("flags").asInt() & REQUIRES_TAG) != 0;
    return tags.isEmpty() && demanded
        ? free.stream().limit(1).map(tag -> tag.path("id").asText()).toList()
        : tags;
  }

  private static boolean isCalled(JsonNode tag, List<String> names) {
    String name = tag.path("name").asText().strip();
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /**
   * Looks for a post among those of the forum that are not archived, and those that lately were.
   *
   * @param self the bot's own id
   */
  Search find(Chat chat, Deed.Post post, Instant since, String self) {
    Heard forum = forum(chat);
    if (!forum.isOk() || !isForum(forum.body())) {
      return unread(forum);
    }
    String id = forum.body().path("id").asText();
    Heard active =
        ask.read(Route.Guilds.LIST_ACTIVE_THREADS.compile(forum.body().path("guild_id").asText()));
    if (!active.isOk()) {
      return unread(active);
    }
    Heard archived = ask.read(Route.Channels.LIST_PUBLIC_ARCHIVED_THREADS.compile(id));
    if (!archived.isOk()) {
      return unread(archived);
    }
    for (Heard page : List.of(active, archived)) {
      for (JsonNode thread : page.body().path("threads")) {
        boolean ours =
            thread.path("parent_id").asText().equals(id)
                && thread.path("owner_id").asText().equals(self)
                && !History.at(thread.path("id").asLong()).isBefore(since);
        Optional<Search> found = ours ? isIt(thread.path("id").asText(), post) : Optional.empty();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return new Search.NotThere();
  }

  /** Empty: it is another one. */
  private Optional<Search> isIt(String thread, Deed.Post post) {
    Heard first = ask.read(Route.Messages.GET_MESSAGE.compile(thread, thread));
    if (!first.isOk()) {
      return first.code() == 10008 ? Optional.empty() : Optional.of(unread(first));
    }
    return Pushed.isSame(first.body(), Pushed.formed(post.part()), post.key())
        ? Optional.of(new Search.Found(new MessageId(thread)))
        : Optional.empty();
  }

  private Search unread(Heard heard) {
    return History.unreadUntil(heard, clock.instant().plus(PAUSE));
  }
}
