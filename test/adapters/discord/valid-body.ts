import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";

type Json = Readonly<Record<string, unknown>>;

/** What is wrong with the body of a call, after Discord's own description of its API and the limits that it leaves out. */
export function problemsOf(kind: CallKind, body: unknown): string[] {
  if (kind === "commands") {
    const commands = Array.isArray(body) ? (body as Json[]) : [];
    return commands.flatMap((command) => [
      ...schemaProblems(ApplicationCommandUpdateRequestSchema, command),
      ...namesOf(command),
    ]);
  }
  const json = body as Json;
  const schema = kind === "acknowledge" ? ACKNOWLEDGEMENTS[Number(json["type"])] : BODIES[kind];
  if (schema === undefined) return [`no such type of acknowledgement: ${JSON.stringify(json["type"])}`];
  const message = kind === "acknowledge" ? (json["data"] as Json | undefined) : json;
  const isMessage = kind !== "acknowledge" || [4, 5, 7].includes(Number(json["type"]));
  return [...schemaProblems(schema, body), ...(isMessage ? messageProblems(message ?? {}) : [])];
}

/** The kinds of calls whose bodies are checked. */
export type CallKind = "acknowledge" | "edit" | "whisper" | "reply" | "commands";

const BODIES = {
  edit: IncomingWebhookUpdateRequestPartialSchema,
  whisper: IncomingWebhookRequestPartialSchema,
  reply: MessageCreateRequestSchema,
};

const ACKNOWLEDGEMENTS: Readonly<Record<number, Schema>> = {
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
};

type Schema = typeof MessageCreateRequestSchema;

function schemaProblems(schema: Schema, body: unknown): string[] {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  return unknownFields(body, parsed.data, "");
}

/** The schemas let fields pass that they don't know, and leave them out of what they return. */
function unknownFields(given: unknown, known: unknown, path: string): string[] {
  if (typeof given !== "object" || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const held = (known as Json | undefined)?.[key];
    return held === undefined ? [`${path}${key}: unknown field`] : unknownFields(value, held, `${path}${key}.`);
  });
}

/** Every message calls nobody, and keeps within the limits that hold for all of it. */
function messageProblems(message: Json): string[] {
  const embeds = (message["embeds"] ?? []) as Json[];
  const characters = embeds.flatMap(textsOf).join("").length;
  const rows = (message["components"] ?? []) as { readonly components: readonly { readonly custom_id?: string }[] }[];
  const ids = rows.flatMap(({ components }) => components.map(({ custom_id: id }) => id));
  return [
    ...(JSON.stringify(message["allowed_mentions"]) === '{"parse":[]}'
      ? []
      : ["allowed_mentions: somebody may be called"]),
    ...(characters > 6000 ? [`embeds: ${characters} characters`] : []),
    ...embeds.flatMap((embed) => (textsOf(embed).length === 0 ? ["embeds: an empty embed"] : [])),
    ...(rows.length > 5 ? ["components: more than 5 rows"] : []),
    ...rows.flatMap(({ components }) => (components.length > 5 ? ["components: more than 5 buttons in a row"] : [])),
    ...(new Set(ids).size < ids.length ? ["components: a custom_id twice"] : []),
  ];
}

function textsOf(embed: Json): string[] {
  const { author, footer } = embed as { author?: { name?: string }; footer?: { text?: string } };
  return [embed["title"], embed["description"], author?.name, footer?.text].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );
}

const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Names of slash commands and options have a pattern and no capitals; those of a message's menu have neither. */
function namesOf(command: Json): string[] {
  const isSlash = (command["type"] ?? 1) === 1;
  const options = (command["options"] ?? []) as Json[];
  const problems = (isSlash ? [command, ...options] : []).flatMap((named) => {
    const names = [named["name"], ...Object.values(named["name_localizations"] ?? {})].map(String);
    return names
      .filter((name) => !COMMAND_NAME.test(name) || name !== name.toLowerCase())
      .map((name) => `name: ${name}`);
  });
  const isLate = options.some((option, i) => option["required"] === true && options[i - 1]?.["required"] === false);
  return [...problems, ...(isLate ? ["options: a required one after one that isn't"] : [])];
}
