package bot.briefing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The packages are rooms, and arrows between them go one way: what each may import stands here, and
 * nowhere else.
 */
final class RoomsTest {
  private static final String ROOT = "bot.briefing.";
  private static final Map<String, List<String>> MAY_SEE =
      Map.ofEntries(
          Map.entry("discord", List.of("command", "card", "chat", "text", "http")),
          Map.entry("telegram", List.of("command", "card", "chat", "text", "http")),
          Map.entry(
              "command",
              List.of("subscription", "briefing", "topic", "content", "chat", "card", "text")),
          Map.entry(
              "delivery",
              List.of(
                  "subscription", "briefing", "topic", "content", "chat", "card", "text", "store")),
          Map.entry("subscription", List.of("topic", "content", "chat", "card", "text", "store")),
          Map.entry("briefing", List.of("topic", "content", "card", "text")),
          Map.entry("topic", List.of("content", "card", "text")),
          Map.entry("content", List.of("card", "text")),
          Map.entry("chat", List.of("card", "text")),
          Map.entry("card", List.of("text")),
          Map.entry("text", List.of()),
          Map.entry("store", List.of()),
          Map.entry("http", List.of()),
          Map.entry("sandbox", List.of()));
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("bot.briefing");

  @TestFactory
  Stream<DynamicTest> a_room_sees_only_the_rooms_below_it() {
    return MAY_SEE.entrySet().stream()
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room.getKey(), () -> onlySees(room.getKey(), room.getValue()).check(OURS)));
  }

  @Test
  void every_package_stands_in_a_room() {
    Set<String> rooms = new TreeSet<>();
    OURS.forEach(
        one -> rooms.add(one.getPackageName().substring(ROOT.length()).split("\\.", 2)[0]));
    Set<String> listed = new TreeSet<>(MAY_SEE.keySet());
    listed.add("app");
    assertThat(rooms).isEqualTo(listed);
  }

  @Test
  void platforms_and_the_web_server_stay_in_their_rooms() {
    onlyIn("net.dv8tion..", "discord").check(OURS);
    onlyIn("org.telegram..", "telegram").check(OURS);
    onlyIn("io.javalin..", "sandbox").check(OURS);
    onlyIn("com.vladsch..", "content").check(OURS);
    onlyIn("picocli..", "app").check(OURS);
    onlyIn("org.flywaydb..", "store").check(OURS);
    onlyIn("com.zaxxer..", "store").check(OURS);
  }

  @Test
  void the_sandbox_has_no_cycles() {
    slices().matching("bot.briefing.sandbox.(*)..").should().beFreeOfCycles().check(OURS);
  }

  @Test
  void time_is_handed_in() {
    ArchRule rule =
        noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
    rule.check(OURS);
  }

  private static ArchRule onlySees(String room, List<String> below) {
    String[] seen =
        Stream.concat(Stream.of(room), below.stream())
            .map(name -> ROOT + name + "..")
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(ROOT + room + "..")
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(ROOT + ".")).or(resideInAnyPackage(seen)));
  }

  private static ArchRule onlyIn(String library, String room) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
