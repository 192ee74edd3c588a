package bot.briefing.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A user, human or bot; equal to nobody else, whatever language their client is in. */
final class Person {
  private final long id;
  private final String name;
  private final boolean bot;
  private final boolean administrator;
  private volatile String locale;

  /**
   * @param name the display name
   * @param locale as Discord writes it: {@code ko}, {@code en-US}
   * @param administrator whether the person manages the channels of every guild
   */
  Person(long id, String name, String locale, boolean bot, boolean administrator) {
    this.id = id;
    this.name = name;
    this.locale = locale;
    this.bot = bot;
    this.administrator = administrator;
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean bot() {
    return bot;
  }

  boolean administers() {
    return administrator;
  }

  /** What the person may do in a guild's channels. */
  long permissions() {
    return administrator ? Permissions.ADMINISTRATOR : Permissions.MEMBER;
  }

  String locale() {
    return locale;
  }

  /** The person sets their client to another language. */
  void speak(String newLocale) {
    locale = newLocale;
  }

  /** The user object. */
  ObjectNode user() {
    ObjectNode user = Json.object();
    user.put("id", Long.toString(id));
    user.put("username", name.toLowerCase(Locale.ROOT).replace(' ', '_'));
    user.put("discriminator", bot ? "0001" : "0");
    if (bot) {
      user.putNull("global_name");
    } else {
      user.put("global_name", name);
    }
    user.putNull("avatar");
    user.put("bot", bot);
    user.put("public_flags", 0);
    user.put("flags", 0);
    return user;
  }

  /** The member object without its user. */
  ObjectNode partialMember() {
    ObjectNode member = Json.object();
    member.put("joined_at", Guild.CREATED);
    member.set("roles", Json.array());
    member.putNull("nick");
    member.putNull("avatar");
    member.putNull("premium_since");
    member.put("deaf", false);
    member.put("mute", false);
    member.put("pending", false);
    member.put("flags", 0);
    return member;
  }

  /** The member object. */
  ObjectNode member() {
    ObjectNode member = partialMember();
    member.set("user", user());
    return member;
  }
}
