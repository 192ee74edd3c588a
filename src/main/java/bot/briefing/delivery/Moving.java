package bot.briefing.delivery;

import bot.briefing.store.Database;
import bot.briefing.subscription.Rows;
import bot.briefing.subscription.Subscription;
import bot.briefing.subscription.SubscriptionJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * All orders as lines of JSON, each with what it has had in the last weeks, so that a bot over
 * another database goes on where this one ended, and sends nothing twice. What messages there are
 * in the chats is not among them: those are not corrected any more.
 */
public final class Moving {
  private static final int VERSION = 1;
  private static final Duration WEEKS = Duration.ofDays(40);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Moving() {}

  /**
   * Hands out a line for each order.
   *
   * @return how many there were
   */
  public static int out(Database database, Instant now, Consumer<String> line) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              List<Subscription> orders =
                  handle
                      .createQuery(
                          "select * from subscription order by platform, chat, thread, name")
                      .map(Rows::read)
                      .list();
              orders.forEach(order -> line.accept(line(handle, order, now)));
              return orders.size();
            });
  }

  private static String line(Handle handle, Subscription order, Instant now) {
    ObjectNode json = JSON.createObjectNode().put("version", VERSION);
    json.set("subscription", SubscriptionJson.write(order));
    Luggage.of(handle, order.id(), now.minus(WEEKS))
        .forEach(one -> json.withArray("had").add(one.write()));
    return json.toString();
  }

  /**
   * Takes such lines in, all of them or, where one cannot be read, none. An order that is there
   * stays as it is, and so does one that stands in the place of another: of the same chat and name.
   *
   * @param now when those that are new are looked at
   */
  public static Taken in(Database database, List<String> lines, Instant now) {
    List<Box> boxes = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (line.isBlank()) {
        continue;
      }
      try {
        boxes.add(Box.read(JSON.readTree(line)));
      } catch (JsonProcessingException notJson) {
        faults.add(new Fault(number, notJson.getOriginalMessage()));
      } catch (IllegalArgumentException | DateTimeException wrong) {
        faults.add(new Fault(number, String.valueOf(wrong.getMessage())));
      }
    }
    if (!faults.isEmpty()) {
      return new Taken(0, 0, faults);
    }
    int taken = database.jdbi().inTransaction(handle -> unpack(handle, boxes, now));
    return new Taken(taken, boxes.size() - taken, List.of());
  }

  private static int unpack(Handle handle, List<Box> boxes, Instant now) {
    int taken = 0;
    for (Box box : boxes) {
      if (Orders.in(handle, box.order.chat()).stream()
          .anyMatch(one -> one.name().equals(box.order.name()))) {
        continue;
      }
      if (Orders.find(handle, box.order.id()).isPresent()) {
        continue;
      }
      Rows.insert(handle, box.order, now);
      box.had.forEach(one -> one.write(handle, box.order));
      taken++;
    }
    return taken;
  }

  /**
   * What became of lines.
   *
   * @param orders that were taken in
   * @param there that were there already
   * @param faults where there is one, nothing was taken in
   */
  public record Taken(int orders, int there, List<Fault> faults) {}

  /**
   * A line that cannot be read.
   *
   * @param line from 1
   */
  public record Fault(int line, String reason) {}

  /** An order with what it has had. */
  private record Box(Subscription order, List<Luggage> had) {
    static Box read(JsonNode json) {
      if (json.path("version").asInt() != VERSION) {
        throw new IllegalArgumentException(
            "version " + json.path("version").asText("?") + ", only " + VERSION + " is known");
      }
      List<Luggage> had = new ArrayList<>();
      json.path("had").forEach(one -> had.add(Luggage.read(one)));
      return new Box(SubscriptionJson.read(json.path("subscription")), had);
    }
  }
}
