/** Fields that stand at the top of an issue without the `---` lines of front matter, by name in lower case. */
export interface HeaderLines {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

/** As Pelican and MultiMarkdown write fields, and what editors write by hand. */
const FIELD = /^(\p{L}[\p{L}\p{N}_-]{0,30})[ \t]*[:：][ \t]*(.*)$/u;
/** Text that begins with another word and a colon is text. */
const OPENING =
  /^(?:title|date|subject|author|authors|category|categories|tags|slug|status|summary|lang|language|source|url|modified|layout)$/u;
/** One of these says that the lines are about the issue. */
const TELLING = ["title", "date"];
const ENGLISH_NAMES: ReadonlyMap<string, string> = new Map([
  ["标题", "title"],
  ["日期", "date"],
  ["作者", "author"],
  ["语言", "language"],
  ["来源", "source"],
]);
/** Hugo's front matter in TOML. */
const TOML = /^(?:[ \t]*\n)*\+\+\+[ \t]*\n([\s\S]*?)^\+\+\+[ \t]*$/mu;

/** Reads the lines of fields at the top of an issue; null where it begins with text. */
export function readHeaderLines(source: string): HeaderLines | null {
  const toml = TOML.exec(source);
  if (toml !== null && toml.index === 0) {
    const lines = (toml[1] ?? "").split("\n").map((line) => line.replace(/^([\w-]+)[ \t]*=[ \t]*/u, "$1: "));
    return { fields: fieldsOf(lines) ?? new Map(), body: source.slice(toml[0].length) };
  }
  const begin = /^(?:[ \t]*\n)*/u.exec(source)?.[0].length ?? 0;
  const end = /\n[ \t]*(?:\n|$)|$/u.exec(source.slice(begin))?.index ?? 0;
  const lines = source.slice(begin, begin + end).split("\n");
  const fields = isHeader(lines) ? fieldsOf(lines) : null;
  return fields === null ? null : { fields, body: source.slice(begin + end) };
}

/** A value goes on in lines that are indented. */
function isHeader(lines: readonly string[]): boolean {
  const first = nameOf(lines[0] ?? "");
  return OPENING.test(first) && lines.every((line) => FIELD.test(line) || /^[ \t]+\S/u.test(line));
}

function fieldsOf(lines: readonly string[]): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const name = nameOf(line);
    if (name !== "" && !fields.has(name)) fields.set(name, withoutQuotes(FIELD.exec(line)?.[2] ?? ""));
  }
  return TELLING.some((name) => fields.has(name)) ? fields : null;
}

function nameOf(line: string): string {
  const name = FIELD.exec(line)?.[1]?.toLowerCase() ?? "";
  return ENGLISH_NAMES.get(name) ?? name;
}

function withoutQuotes(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/u, "$2");
}
