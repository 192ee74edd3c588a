package bot.briefing.content;

import bot.briefing.card.Block;
import bot.briefing.card.Span;
import bot.briefing.card.Span.Mark;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A digest as JSON, as DESIGN's section 3 shows it. Equal digests give equal texts. */
public final class DigestJson {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final ObjectWriter WRITER = new JsonMapper().writer(printer());

  private DigestJson() {}

  /** The text, indented by two spaces, its lines ending in {@code \n}. */
  public static String write(Digest digest) {
    try {
      return WRITER.writeValueAsString(digest(digest)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }

  private static ObjectNode digest(Digest digest) {
    ObjectNode json = MAKE.objectNode();
    json.put("stem", digest.stem());
    json.put("title", digest.title());
    json.put("date", digest.date().toString());
    json.put("language", digest.language());
    Instant published = digest.published();
    json.put("published", published.equals(Instant.MAX) ? null : published.toString());
    ArrayNode articles = json.putArray("articles");
    digest.articles().forEach(article -> articles.add(article(article)));
    json.set("remainder", blocks(digest.remainder()));
    return json;
  }

  private static ObjectNode article(Article article) {
    ObjectNode json = MAKE.objectNode();
    json.put("title", article.title());
    json.put("url", text(article.url()));
    json.put("source", article.source());
    json.put("date", text(article.date()));
    ArrayNode topics = json.putArray("topics");
    article.topics().forEach(topics::add);
    ArrayNode sections = json.putArray("sections");
    for (Section section : article.sections()) {
      ObjectNode one = sections.addObject();
      one.put("heading", section.heading());
      one.set("blocks", blocks(section.blocks()));
    }
    return json;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static ArrayNode blocks(List<Block> blocks) {
    ArrayNode json = MAKE.arrayNode();
    blocks.forEach(block -> json.add(block(block)));
    return json;
  }

  private static ObjectNode block(Block block) {
    ObjectNode json = MAKE.objectNode();
    switch (block) {
      case Block.Heading it ->
          spans(json.put("kind", "heading").put("depth", it.depth()), it.spans());
      case Block.Paragraph it -> spans(json.put("kind", "paragraph"), it.spans());
      case Block.Bullet it ->
          spans(json.put("kind", "bullet").put("depth", it.depth()), it.spans());
      case Block.Ordered it ->
          spans(json.put("kind", "ordered").put("depth", it.depth()), it.spans());
      case Block.Quote it -> spans(json.put("kind", "quote"), it.spans());
      case Block.Code it ->
          json.put("kind", "code").put("language", it.language()).put("text", it.text());
      case Block.Table it -> {
        ArrayNode rows = json.put("kind", "table").putArray("rows");
        for (List<String> row : it.rows()) {
          ArrayNode cells = rows.addArray();
          row.forEach(cells::add);
        }
      }
      case Block.Image it ->
          json.put("kind", "image").put("url", it.url().toString()).put("text", it.text());
    }
    return json;
  }

  private static void spans(ObjectNode json, List<Span> spans) {
    json.put("text", Block.textOf(spans));
    ArrayNode list = json.putArray("spans");
    for (Span span : spans) {
      ObjectNode one = list.addObject().put("text", span.text());
      flag(one, "strong", span.has(Mark.STRONG));
      flag(one, "emphasis", span.has(Mark.EMPHASIS));
      flag(one, "strike", span.has(Mark.STRIKE));
      flag(one, "code", span.has(Mark.CODE));
      if (span.link() != null) {
        one.put("link", span.link().toString());
      }
    }
  }

  private static void flag(ObjectNode json, String name, boolean on) {
    if (on) {
      json.put(name, true);
    }
  }
}
