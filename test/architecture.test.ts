import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, dirname } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
/** Each layer may import itself and the layers before it. */
const LAYERS = ["text", "lexicon", "digest", "fact", "question", "search", "answer", "chat", "review"];

interface Import {
  readonly from: string;
  readonly to: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/u.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map((match) => {
    const to = match[1] ?? "";
    return { from: file, to: to.startsWith(".") ? relative(root, resolve(root, dirname(file), to)) : to };
  });
}

/** What a start of a source loads: its imports and theirs; those of types and those inside functions load nothing. */
function loadedBy(file: string, loaded = new Set<string>()): Set<string> {
  const text = readFileSync(join(root, file), "utf8");
  for (const [, from = ""] of text.matchAll(/^(?:import|export|\}) (?!type\b)(?:[^;"]*from )?"([^"]+)";/gmu)) {
    const to = from.startsWith(".") ? relative(root, resolve(root, dirname(file), from)) : from;
    if (loaded.has(to)) continue;
    loaded.add(to);
    if (to.endsWith(".ts")) loadedBy(to, loaded);
  }
  return loaded;
}

const core = sources("src");
const adapters = sources("adapters");
const coreImports = core.flatMap(importsOf);
const adapterImports = adapters.flatMap(importsOf);
const measuring = sources("eval");
const measuringImports = measuring.flatMap(importsOf);
const importing = sources("import");
const importingImports = importing.flatMap(importsOf);
const training = sources("training");

const DOORS = new Set(["src/index.ts", "src/review.ts"]);

/** The pipeline stands at the top of src/ and answers; chat/ and the door build on it. */
const PIPELINE = "src/ask.ts";

function layerOf(path: string): number {
  if (path === PIPELINE) return LAYERS.indexOf("answer");
  return LAYERS.indexOf(/^src\/([a-z]+)\//u.exec(path)?.[1] ?? "");
}

describe("the architecture", () => {
  it("was read: the rules below saw every source and its imports", () => {
    expect(core.length).toBeGreaterThan(50);
    expect(adapters.length).toBeGreaterThan(5);
    expect(measuring.length).toBeGreaterThan(10);
    expect(importing.length).toBeGreaterThan(20);
    expect(training.length).toBeGreaterThan(10);
    expect(coreImports.length).toBeGreaterThan(core.length * 2);
  });

  it("lets imports point one way through the layers", () => {
    const upward = coreImports.filter(
      ({ from, to }) => layerOf(from) >= 0 && to.startsWith("src/") && (layerOf(to) > layerOf(from) || layerOf(to) < 0),
    );
    expect(upward).toEqual([]);
  });

  it("lets adapters, eval/ and import/ into the core by its two doors alone", () => {
    const outside = [...adapterImports, ...measuringImports, ...importingImports];
    expect(outside.filter(({ to }) => to.startsWith("src/") && !DOORS.has(to))).toEqual([]);
  });

  it("answers without loading what only reading issues, settings and reviews need", () => {
    const loaded = loadedBy("adapters/cli/ask.ts");
    expect(loaded.size).toBeGreaterThan(100);
    expect([...loaded].filter((path) => /^(?:zod|yaml|mdast|micromark|pinyin-pro|pino)/u.test(path))).toEqual([]);
  });

  it("keeps what measures out of what is measured", () => {
    expect([...coreImports, ...adapterImports].filter(({ to }) => /^(?:eval|bench|test)\//u.test(to))).toEqual([]);
  });

  it("keeps import/ and its libraries out of what answers", () => {
    const libraries = /^(?:@mozilla\/readability|chardet|feedsmith|fflate|linkedom|mammoth|pdfjs-dist.*|postal-mime)$/u;
    const outside = [...coreImports, ...adapterImports, ...measuringImports];
    expect(outside.filter(({ to }) => to.startsWith("import/") || libraries.test(to))).toEqual([]);
  });

  it("loads the library of a format when the first file of the format is read", () => {
    const libraries =
      /^import \{[^}]*\} from "(?:@mozilla\/readability|chardet|feedsmith|fflate|linkedom|mammoth|pdfjs-dist.*|postal-mime)"/mu;
    expect(importing.filter((file) => libraries.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
  });

  it("lets import/ use what adapters share, and no adapter", () => {
    expect(importingImports.filter(({ to }) => /^adapters\/[a-z]+\//u.test(to))).toEqual([]);
  });

  it("lets nothing but tests import training/, which may look into the core", () => {
    const outside = [
      ...coreImports,
      ...adapterImports,
      ...measuringImports,
      ...importingImports,
      ...sources("bench").flatMap(importsOf),
    ];
    expect(outside.filter(({ to }) => to.startsWith("training/"))).toEqual([]);
    expect(training.flatMap(importsOf).some(({ to }) => to.startsWith("src/answer/"))).toBe(true);
  });

  it("keeps the core free of adapters, platforms and the network", () => {
    expect(
      coreImports.filter(
        ({ to }) =>
          to.startsWith("adapters/") ||
          /^(?:grammy|discord\.js|dotenv|node:(?:https?|net|tls|dgram|child_process|readline))/u.test(to),
      ),
    ).toEqual([]);
  });

  it("lets only search/ know minisearch", () => {
    expect(
      [...coreImports, ...adapterImports].filter(
        ({ from, to }) => to === "minisearch" && !from.startsWith("src/search/"),
      ),
    ).toEqual([]);
  });

  it("lets only digest/, lexicon/ and the store of search/ touch files in the core", () => {
    const mayTouchFiles = /^src\/(?:digest\/|lexicon\/|search\/(?:cache-file|derivation-key)\.ts$)/u;
    expect(coreImports.filter(({ from, to }) => to.startsWith("node:fs") && !mayTouchFiles.test(from))).toEqual([]);
  });

  it("keeps clocks, randomness and the console out of the core", () => {
    const found = core.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bperformance\.now\(|\bconsole\.|\bprocess\./u.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    expect(found).toEqual([]);
  });

  it("keeps one adapter out of another", () => {
    const folder = (path: string): string => /^adapters\/([a-z]+)\//u.exec(path)?.[1] ?? "";
    expect(
      adapterImports.filter(({ from, to }) => folder(from) !== "" && folder(to) !== "" && folder(from) !== folder(to)),
    ).toEqual([]);
  });
});
