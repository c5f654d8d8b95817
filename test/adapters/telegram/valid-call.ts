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

/** Limits that the description gives in words: https://core.telegram.org/bots/api. */
function limitProblems(method: string, payload: Readonly<Record<string, unknown>>): string[] {
  const text = payload["text"];
  const problems: string[] = [];
  if (typeof text === "string") {
    const most = method === "answerCallbackQuery" ? 200 : 4096;
    if (text.length < 1 || text.length > most) problems.push(`${method}.text has ${text.length} units`);
    for (const { offset, length, type } of (payload["entities"] ?? []) as Entity[]) {
      if (length < 1 || offset < 0 || offset + length > text.length)
        problems.push(`the ${type} at ${offset} lies outside`);
      if (isLow(text.charCodeAt(offset)) || isLow(text.charCodeAt(offset + length)))
        problems.push(`the ${type} at ${offset} cuts a character`);
    }
  }
  const markup = payload["reply_markup"] as
    | { inline_keyboard?: { text: string; callback_data?: string }[][] }
    | undefined;
  for (const { text: label, callback_data: data } of markup?.inline_keyboard?.flat() ?? []) {
    if (label === "") problems.push("a button has no text");
    if (data !== undefined && (Buffer.byteLength(data) < 1 || Buffer.byteLength(data) > 64))
      problems.push(`${data} has too many bytes`);
  }
  if (method === "answerInlineQuery" && (payload["results"] as unknown[]).length > 50)
    problems.push("too many results");
  return problems;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Tells whether a text has no half of a character. */
function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
