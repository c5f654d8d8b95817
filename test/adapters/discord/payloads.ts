/** A token that must be seen nowhere but in headers. */
export const TOKEN = "MTIz.CANARY.token_0123456789";
export const BOT = "1200000000000000001";
export const APPLICATION = "1200000000000000002";
export const GUILD = "1200000000000000003";
export const CHANNEL = "1200000000000000004";
export const DIRECT = "1200000000000000005";

/** Somebody who uses Discord. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly locale: string;
}

export const ANN: Person = { id: "1200000000000000007", username: "ann", locale: "en-US" };
export const BO: Person = { id: "1200000000000000008", username: "bo", locale: "zh-CN" };

let ids = 1_300_000_000_000_000_000n;

/** A new id. */
export function nextId(): string {
  ids += 4_194_304n;
  return ids.toString();
}

/** Where something happens. */
export interface Place {
  readonly guildId?: string | undefined;
  readonly channelId: string;
}

export const IN_GUILD: Place = { guildId: GUILD, channelId: CHANNEL };
export const IN_PRIVATE: Place = { channelId: DIRECT };

export type Interaction = Readonly<Record<string, unknown>> & { readonly id: string; readonly token: string };

function interaction(
  type: number,
  data: object,
  { id, username, locale }: Person,
  { guildId, channelId }: Place,
): Interaction {
  const user = { id, username, discriminator: "0", global_name: username, avatar: null, public_flags: 0 };
  const own = nextId();
  return {
    id: own,
    application_id: APPLICATION,
    type,
    data,
    token: `CANARYinteraction${own}`,
    version: 1,
    locale,
    app_permissions: "562949953863680",
    entitlements: [],
    attachment_size_limit: 10_485_760,
    channel_id: channelId,
    ...(guildId === undefined
      ? { user, context: 1, authorizing_integration_owners: { "1": id }, channel: { id: channelId, type: 1 } }
      : {
          guild_id: guildId,
          guild_locale: "en-US",
          guild: { id: guildId, locale: "en-US", features: [] },
          context: 0,
          authorizing_integration_owners: { "0": guildId },
          channel: { id: channelId, type: 0, name: "general", permissions: "562949953863680" },
          member: {
            user,
            roles: [],
            joined_at: "2025-01-01T00:00:00.000000+00:00",
            permissions: "562949953863680",
            deaf: false,
            mute: false,
            flags: 0,
          },
        }),
  };
}

const optionOf = ([name, value]: [string, unknown]): object => ({
  name,
  type: typeof value === "boolean" ? 5 : typeof value === "number" ? 4 : 3,
  value,
});

/** A slash command: `command("ask", { question: "…" })`. */
export function command(name: string, options: object = {}, by: Person = BO, place: Place = IN_GUILD): Interaction {
  return interaction(2, { id: nextId(), name, type: 1, options: Object.entries(options).map(optionOf) }, by, place);
}

/** The menu of a message, used on a message with a text. */
export function check(content: string, by: Person = BO, place: Place = IN_GUILD): Interaction {
  const message = written(content, ANN, place);
  const data = {
    id: nextId(),
    name: "Check against the digest",
    type: 3,
    target_id: message["id"],
    resolved: { messages: { [String(message["id"])]: message } },
  };
  return interaction(2, data, by, place);
}

/** Somebody types into an option of a command. */
export function typing(name: string, option: string, value: string, by: Person = BO): Interaction {
  const options = [{ name: option, type: 3, value, focused: true }];
  return interaction(4, { id: nextId(), name, type: 1, options }, by, IN_GUILD);
}

/** Somebody presses a button under a message that shows what a call sent. */
export function press(
  customId: string,
  shown: object,
  by: Person = BO,
  place: Place = IN_GUILD,
  messageId = nextId(),
): Interaction {
  const message = {
    ...written("", { id: BOT, username: "digest", locale: "" }, place),
    id: messageId,
    flags: 0,
    ...shown,
  };
  return { ...interaction(3, { component_type: 2, custom_id: customId, id: 2 }, by, place), message };
}

/** A message that somebody wrote. */
export function written(
  content: string,
  by: Person = BO,
  { guildId, channelId }: Place = IN_PRIVATE,
  more: object = {},
): Readonly<Record<string, unknown>> {
  return {
    id: nextId(),
    type: 0,
    channel_id: channelId,
    content,
    author: { id: by.id, username: by.username, discriminator: "0", global_name: by.username, avatar: null },
    timestamp: "2025-07-20T08:00:00.000000+00:00",
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...(guildId === undefined ? { channel_type: 1 } : { guild_id: guildId, channel_type: 0 }),
    ...more,
  };
}

/** A message that mentions the bot. */
export function mention(text: string, by: Person = BO, place: Place = IN_GUILD): Readonly<Record<string, unknown>> {
  const mentions = [{ id: BOT, username: "digest", discriminator: "0", global_name: null, avatar: null, bot: true }];
  return written(`<@${BOT}> ${text}`, by, place, { mentions });
}
