package bot.briefing.subscription;

import bot.briefing.card.Layout;
import bot.briefing.chat.Asker;
import bot.briefing.chat.Chat;
import bot.briefing.chat.Platform;
import bot.briefing.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Orders and digests that are written by hand. */
public final class Orders {
  public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  public static final DueRule.Settings SETTINGS = DueRule.Settings.standard(Language.KO);

  private Orders() {}

  /** As published, every day, everything, in Korean, since long ago. */
  public static Subscription order() {
    return new Subscription(
        "1",
        new Chat(Platform.TELEGRAM, "1", null),
        Asker.Place.PRIVATE,
        Schedule.asPublished(SEOUL),
        Set.of(),
        Language.KO,
        Layout.OVERVIEW,
        false,
        new Subscription.State.Active(LONG_AGO),
        LONG_AGO);
  }

  /** At local times of a zone, every day. */
  public static Subscription at(String zone, String... times) {
    return with(order(), schedule(zone, EnumSet.allOf(DayOfWeek.class), times));
  }

  static Schedule schedule(String zone, Set<DayOfWeek> days, String... times) {
    return new Schedule(
        new TreeSet<>(Arrays.stream(times).map(LocalTime::parse).toList()), ZoneId.of(zone), days);
  }

  static Subscription with(Subscription order, Schedule schedule) {
    return with(order, schedule, order.language(), order.state(), order.since(), order.grace());
  }

  static Subscription with(Subscription order, Subscription.State state) {
    return order.in(state);
  }

  /**
   * @param grace absent: the operator's
   */
  static Subscription late(@Nullable Duration grace, Subscription order) {
    return with(order, order.schedule(), order.language(), order.state(), order.since(), grace);
  }

  private static Subscription with(
      Subscription order,
      Schedule schedule,
      Language language,
      Subscription.State state,
      Instant since,
      @Nullable Duration grace) {
    return new Subscription(
        order.id(),
        order.chat(),
        order.name(),
        order.place(),
        schedule,
        order.filter(),
        language,
        order.layout(),
        order.silent(),
        grace,
        order.note(),
        state,
        since);
  }

  static Subscription in(Language language, Subscription order) {
    return with(order, order.schedule(), language, order.state(), order.since(), order.grace());
  }

  static Subscription since(Instant since, Subscription order) {
    return with(
        order,
        order.schedule(),
        order.language(),
        new Subscription.State.Active(since),
        since,
        order.grace());
  }

  /** A Korean digest of one edition, published at a local time of Seoul. */
  static Offer offer(String published) {
    return offer(published, Map.of("ko", seoul(published)));
  }

  static Offer offer(String name, Map<String, Instant> editions) {
    Instant first = editions.values().stream().min(Instant::compareTo).orElseThrow();
    return new Offer(name, LocalDate.ofInstant(first, SEOUL), first, editions);
  }

  static Instant seoul(String local) {
    return local(local, "Asia/Seoul");
  }

  static Instant local(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  /** What has been had after something was sent. */
  static Had after(Had had, Decision decision) {
    if (!(decision instanceof Decision.Send send)) {
      return had;
    }
    Set<String> digests = new HashSet<>(had.digests());
    digests.add(send.offer().digest());
    return new Had(digests, send.offer().published(), send.slot());
  }

  static Decision decide(Subscription order, Instant now, Offer... offers) {
    return DueRule.decide(order, List.of(offers), Had.NOTHING, now, SETTINGS, LONG_AGO);
  }
}
