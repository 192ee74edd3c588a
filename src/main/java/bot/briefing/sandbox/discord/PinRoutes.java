package bot.briefing.sandbox.discord;

/** Pins, and what goes on to followers (Message, "Pin Message", "Crosspost Message"). */
final class PinRoutes implements Routes {
  private static final String MESSAGE = "/channels/{channel_id}/messages/{message_id}";
  private static final String PIN = "/channels/{channel_id}/messages/pins/{message_id}";
  private static final int MOST = 250;

  private final World world;
  private final Timeline timeline;

  PinRoutes(World world, Timeline timeline) {
    this.world = world;
    this.timeline = timeline;
  }

  @Override
  public void addTo(Table table) {
    table.add("PUT", PIN, this::pin);
    table.add("DELETE", PIN, this::unpin);
    table.add("POST", MESSAGE + "/crosspost", this::crosspost);
  }

  private Reply pin(Request request) {
    Channel channel = world.seen(request, Permissions.PIN_MESSAGES);
    Message message = World.message(request, channel);
    if (channel.pinned.size() >= MOST && !channel.pinned.contains(message.id())) {
      throw new Refusal(
          400, 30003, "Maximum number of pins reached for the channel (" + MOST + ")");
    }
    if (channel.pinned.add(message.id())) {
      message.wire().put("pinned", true);
      timeline.changed(message);
      timeline.pinned(message, world.bot);
    }
    return Reply.NOTHING;
  }

  private Reply unpin(Request request) {
    Channel channel = world.seen(request, Permissions.PIN_MESSAGES);
    Message message = World.message(request, channel);
    if (channel.pinned.remove(message.id())) {
      message.wire().put("pinned", false);
      timeline.changed(message);
    }
    return Reply.NOTHING;
  }

  private Reply crosspost(Request request) {
    Channel channel = world.seen(request);
    if (channel.type() != Channel.ANNOUNCEMENT) {
      throw Refusal.wrongChannel();
    }
    Message message = World.message(request, channel);
    boolean own = message.isBy(world.bot);
    if (!channel.allows(own ? Permissions.SEND_MESSAGES : Permissions.MANAGE_MESSAGES)) {
      throw Refusal.missingPermissions();
    }
    if (message.has(Message.CROSSPOSTED)) {
      throw new Refusal(400, 40033, "This message has already been crossposted");
    }
    message.flag(Message.CROSSPOSTED);
    timeline.changed(message);
    return Reply.of(message.wire());
  }
}
