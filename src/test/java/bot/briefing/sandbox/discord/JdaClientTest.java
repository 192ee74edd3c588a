package bot.briefing.sandbox.discord;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bot.briefing.sandbox.DiscordSpecification;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real JDA against the loopback Discord, with a small bot of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JdaClientTest {
  /** Starts at the machine's time: JDA reads an interaction's age from its id. */
  private final TickedClock clock = new TickedClock(InstantSource.system().instant());

  private final LoopbackDiscord discord =
      new LoopbackDiscord(0, clock, DiscordSpecification.find());
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch resumed = new CountDownLatch(1);
  private ShardManager manager;

  @BeforeAll
  void connect() throws InterruptedException {
    ObjectNode coordinates = discord.coordinates();
    manager =
        DefaultShardManagerBuilder.createLight(
                coordinates.path("token").asText(), EnumSet.noneOf(GatewayIntent.class))
            .setRestConfig(new RestConfig().setBaseUrl(coordinates.path("api").asText()))
            .addEventListeners(new Bot())
            .build();
    assertThat(ready.await(20, TimeUnit.SECONDS)).isTrue();
    jda()
        .updateCommands()
        .addCommands(
            Commands.slash("topic", "News on a topic")
                .setNameLocalization(DiscordLocale.KOREAN, "주제")
                .setDescriptionLocalization(DiscordLocale.KOREAN, "주제별 소식")
                .setContexts(InteractionContextType.ALL)
                .setIntegrationTypes(IntegrationType.ALL)
                .addOptions(
                    new OptionData(OptionType.STRING, "name", "Which", true, true)
                        .setNameLocalization(DiscordLocale.KOREAN, "이름"),
                    new OptionData(OptionType.BOOLEAN, "private", "Only for me")))
        .complete();
  }

  @AfterAll
  void hangUp() throws InterruptedException {
    JDA jda = jda();
    manager.shutdown();
    assertThat(jda.awaitShutdown(10, TimeUnit.SECONDS)).isTrue();
    discord.close();
  }

  private JDA jda() {
    return manager.getShards().getFirst();
  }

  private final class Bot extends ListenerAdapter {
    @Override
    public void onReady(ReadyEvent event) {
      ready.countDown();
    }

    @Override
    public void onSessionResume(SessionResumeEvent event) {
      resumed.countDown();
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      boolean hidden = event.getOption("private", false, o -> o.getAsBoolean());
      String name = event.getOption("name", "", o -> o.getAsString());
      event
          .deferReply(hidden)
          .flatMap(
              hook ->
                  hook.editOriginalComponents(
                          Container.of(
                              TextDisplay.of("## " + name),
                              Section.of(
                                  Button.primary("open", "Open"), TextDisplay.of("a story"))),
                          ActionRow.of(
                              StringSelectMenu.create("more")
                                  .addOption("First", "1")
                                  .addOption("Second", "2")
                                  .build()))
                      .useComponentsV2())
          .queue();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
      event
          .editComponents(TextDisplay.of("opened by " + event.getUserLocale().getLocale()))
          .useComponentsV2()
          .queue();
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
      event.reply("chosen " + event.getValues().getFirst()).setEphemeral(true).queue();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
      event.replyChoiceStrings(List.of(event.getFocusedOption().getValue() + "ulation")).queue();
    }
  }

  private static JsonNode text(ObjectNode message) {
    return message.path("components").path(0).path("components").path(0).path("content");
  }

  @Test
  void aTypedCommandIsDeferredAndThenFilledWithComponents() {
    Seen seen = Seen.by(discord.page());
    discord.say("/주제 규제");

    assertThat(seen.next("said").path("content").asText()).isEqualTo("/주제 규제");
    assertThat(seen.next("sent").path("flags").asInt()).isEqualTo(Message.LOADING);
    ObjectNode filled = seen.next("edited");
    assertThat(text(filled).asText()).isEqualTo("## 규제");
    assertThat(filled.path("flags").asInt()).isEqualTo(Message.COMPONENTS_V2);
  }

  @Test
  void aButtonChangesItsMessageAndAMenuAnswersItsUserAlone() {
    Visitor person = discord.visitor("Ann", "en-US").in("random");
    Visitor other = discord.visitor("Bob", "en-US").in("random");
    Seen seen = Seen.by(person);
    person.say("/topic name:AI Act private:false");
    String id = seen.next("edited").path("id").asText();

    person.select(id, "more", "2");
    ObjectNode answer = seen.next("sent");
    assertThat(answer.path("content").asText()).isEqualTo("chosen 2");
    assertThat(answer.path("flags").asInt()).isEqualTo(Message.EPHEMERAL);
    assertThat(other.transcript().toString()).contains("## AI Act").doesNotContain("chosen 2");

    other.press(id, "open");
    assertThat(seen.next("edited").toString()).contains("opened by en-US");
  }

  @Test
  void aLostConnectionIsResumedAndNothingIsMissed() throws InterruptedException {
    Visitor person = discord.visitor("Hana", "en-US").inDirectMessages();
    Seen seen = Seen.by(person);
    discord.cutLines();
    person.say("/topic resumed");
    assertThat(text(seen.next("edited")).asText()).isEqualTo("## resumed");
    assertThat(resumed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aPrivateAnswerIsSeenByTheOneWhoAsked() {
    Visitor person = discord.visitor("Cho", "ko").in("quiet");
    Visitor other = discord.visitor("Dan", "en-US").in("quiet");
    Seen seen = Seen.by(person);
    person.say("/topic regulation private:true");

    ObjectNode filled = seen.next("edited");
    assertThat(filled.path("flags").asInt()).isEqualTo(Message.COMPONENTS_V2 | Message.EPHEMERAL);
    assertThat(text(filled).asText()).isEqualTo("## regulation");
    assertThat(other.transcript()).isEmpty();
  }

  @Test
  void aPersonGetsSuggestionsWhileTyping() {
    assertThat(discord.page().autocomplete("주제", "이름", "reg").join().toString())
        .isEqualTo("[{\"name\":\"regulation\",\"value\":\"regulation\"}]");
  }

  @Test
  void commandsWorkInDirectMessagesAndWhereOnlyThePersonBroughtTheApp() {
    for (Visitor place :
        List.of(
            discord.visitor("Eva", "en-US").inDirectMessages(),
            discord.visitor("Finn", "en-US").elsewhere())) {
      Seen seen = Seen.by(place);
      place.say("/topic chips");
      ObjectNode filled = seen.next("edited");
      assertThat(text(filled).asText()).isEqualTo("## chips");
      place.press(filled.path("id").asText(), "open");
      assertThat(seen.next("edited").toString()).contains("opened by");
    }
  }

  @Test
  void theBotWritesToAChannelAndToAPersonOfItsOwnAccord() {
    Visitor reader = discord.visitor("Gil", "ko");
    Seen inChannel = Seen.by(reader.in("random"));
    TextChannel random = requireNonNull(jda().getTextChannelById(reader.in("random").channel()));
    random.sendMessage("news").complete();
    assertThat(inChannel.next("sent", m -> m.path("content").asText().equals("news"))).isNotNull();

    Seen direct = Seen.by(reader.inDirectMessages());
    jda()
        .openPrivateChannelById(reader.id())
        .flatMap(channel -> channel.sendMessage("only for you"))
        .complete();
    assertThat(direct.next("sent").path("content").asText()).isEqualTo("only for you");
  }
}
