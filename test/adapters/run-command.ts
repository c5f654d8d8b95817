import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** What a command did. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `adapters/<command>.ts` in an empty folder with nothing beside it, with nothing set in the environment but what is given. */
export async function runCommand(
  command: string,
  options: readonly string[],
  {
    input = "",
    environment = {},
    folder = emptyFolder(),
  }: {
    readonly input?: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly folder?: string;
  } = {},
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, `adapters/${command}.ts`), ...options],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], HOME: folder, ...environment },
    },
  );
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.on("error", () => undefined).end(input);
  const status = await new Promise<number | null>((done) => child.on("close", done));
  return { status, out, err };
}

/** `..` of it is empty too: what a temporary folder holds beside is nobody's default. */
function emptyFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "cwd-")), "folder");
  mkdirSync(folder);
  return folder;
}
