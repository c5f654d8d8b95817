import { readFileSync } from "node:fs";

/** The methods that the bot may call and the types of what they take. */
const API = JSON.parse(readFileSync(new URL("bot-api.json", import.meta.url), "utf8")) as {
  readonly methods: Readonly<Record<string, Fields>>;
  readonly types: Readonly<Record<string, { readonly fields?: Fields; readonly subtypes?: readonly string[] }>>;
};

type Fields = Readonly<Record<string, { readonly required?: boolean; readonly types: readonly string[] }>>;

/** Says what is wrong with a call by the Bot API's own description and its limits; nothing where all is well. */
export function problemsOf(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const fields = API.methods[method];
  if (fields === undefined) return [`${method} is no method that the bot may call`];
  return [...objectProblems(payload, fields, method), ...limitProblems(method, payload)];
}

function objectProblems(value: Readonly<Record<string, unknown>>, fields: Fields, path: string): string[] {
  const unknown = Object.keys(value).filter((name) => !(name in fields));
  const missing = Object.entries(fields).filter(
    ([name, { required }]) => required === true && value[name] === undefined,
  );
  return [
    ...unknown.map((name) => `${path}.${name} is unknown`),
    ...missing.map(([name]) => `${path}.${name} is missing`),
    ...Object.entries(fields).flatMap(([name, { types }]) =>
      value[name] === undefined ? [] : valueProblems(value[name], types, `${path}.${name}`),
    ),
  ];
}

function valueProblems(value: unknown, types: readonly string[], path: string): string[] {
  const problems = types.map((type) => typeProblems(value, type, path));
  return problems.find((found) => found.length === 0) ?? problems[0] ?? [];
}

function typeProblems(value: unknown, type: string, path: string): string[] {
  if (type.startsWith("Array of ")) {
    if (!Array.isArray(value)) return [`${path} is no array`];
    return value.flatMap((item, i) => typeProblems(item, type.slice("Array of ".length), `${path}[${i}]`));
  }
  if (type === "Integer") return Number.isInteger(value) ? [] : [`${path} is no integer`];
  if (type === "Boolean") return typeof value === "boolean" ? [] : [`${path} is no boolean`];
  if (type === "String")
    return typeof value === "string" && isWellFormed(value) ? [] : [`${path} is no well-formed text`];
  if (type === "Float") return typeof value === "number" ? [] : [`${path} is no number`];
  const known = API.types[type];
  if (known === undefined || typeof value !== "object" || value === null) return [`${path} is no ${type}`];
  if (known.subtypes !== undefined) return valueProblems(value, known.subtypes, path);
  return objectProblems(value as Record<string, unknown>, known.fields ?? {}, path);
}

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** The longest and shortest texts by their place in a call, in UTF-16 units: https://core.telegram.org/bots/api. */
const TEXTS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "sendMessage.text": [1, 4096],
  "editMessageText.text": [1, 4096],
  "answerCallbackQuery.text": [0, 200],
  "setMyDescription.description": [0, 512],
  "setMyShortDescription.short_description": [0, 120],
  "setMyCommands.commands.command": [1, 32],
  "setMyCommands.commands.description": [1, 256],
  "answerInlineQuery.results.input_message_content.message_text": [1, 4096],
  "setWebhook.secret_token": [1, 256],
};

/** The same in bytes. */
const BYTES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "reply_markup.inline_keyboard.callback_data": [1, 64],
  "answerInlineQuery.results.id": [1, 64],
  "answerInlineQuery.next_offset": [0, 64],
};

/** How many there may be of something. */
const COUNTS: Readonly<Record<string, number>> = {
  "answerInlineQuery.results": 50,
  "setMyCommands.commands": 100,
  "sendMessage.entities": 100,
  "editMessageText.entities": 100,
};

/** Limits that the description gives in words, wherever they stand in a call. */
function limitProblems(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  return [...walk(payload, method)].flatMap(({ path, value }) => [
    ...textProblems(path, value),
    ...countProblems(path, value),
    ...entityProblems(path, value),
    ...buttonProblems(path, value),
    ...(path === "setMyCommands.commands.command" && !/^[a-z0-9_]+$/u.test(String(value))
      ? [`${String(value)} is no command`]
      : []),
  ]);
}

/** Every value of a call with the names that lead to it. */
function* walk(value: unknown, path: string): Generator<{ readonly path: string; readonly value: unknown }> {
  yield { path, value };
  if (Array.isArray(value)) for (const one of value) yield* walk(one, path);
  else if (typeof value === "object" && value !== null)
    for (const [name, one] of Object.entries(value)) yield* walk(one, `${path}.${name}`);
}

function textProblems(path: string, value: unknown): string[] {
  if (typeof value !== "string") return [];
  const [least, most] = TEXTS[path] ?? [0, Infinity];
  const [leastBytes, mostBytes] = BYTES[path] ?? BYTES[path.slice(path.indexOf(".") + 1)] ?? [0, Infinity];
  const bytes = Buffer.byteLength(value);
  return [
    ...(value.length < least || value.length > most ? [`${path} has ${value.length} units`] : []),
    ...(bytes < leastBytes || bytes > mostBytes ? [`${path} has ${bytes} bytes`] : []),
  ];
}

function countProblems(path: string, value: unknown): string[] {
  const most = COUNTS[path] ?? Infinity;
  return Array.isArray(value) && value.length > most ? [`${path} has ${value.length} elements`] : [];
}

/** Entities lie inside their text, don't cut characters, and cross no other. */
function entityProblems(path: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null || !("entities" in value)) return [];
  const text = "text" in value ? String(value.text) : "message_text" in value ? String(value.message_text) : "";
  const entities = value.entities as readonly Entity[];
  return entities.flatMap(({ type, offset, length }, i) => [
    ...(length < 1 || offset < 0 || offset + length > text.length
      ? [`${path}: the ${type} at ${offset} lies outside`]
      : []),
    ...(isLow(text.charCodeAt(offset)) || isLow(text.charCodeAt(offset + length))
      ? [`${path}: the ${type} at ${offset} cuts a character`]
      : []),
    ...(entities.slice(i + 1).some((other) => crosses({ type, offset, length }, other))
      ? [`${path}: the ${type} at ${offset} crosses another`]
      : []),
  ]);
}

function crosses(one: Entity, other: Entity): boolean {
  const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
  const end = first.offset + first.length;
  return second.offset > first.offset && second.offset < end && second.offset + second.length > end;
}

function buttonProblems(path: string, value: unknown): string[] {
  if (!path.endsWith(".inline_keyboard.text") || value !== "") return [];
  return [`${path}: a button has no text`];
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Tells whether a text has no half of a character. */
function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
