import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ImportError } from "./draft.ts";

/**
 * Writes an issue's file at once or not at all: beside its place, and then renamed. A link that stands in its place
 * is replaced and never written through.
 *
 * @throws ImportError when a file stands there and isn't to be replaced, or the folder can't be written.
 */
export async function writeIssue(folder: string, name: string, markdown: string, isForced: boolean): Promise<void> {
  const path = join(folder, name);
  const temporary = join(folder, `.${randomUUID()}.import`);
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(temporary, markdown);
    await (isForced ? rename(temporary, path) : renameToFree(temporary, path));
  } catch (error) {
    throw refusal(error, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A link can't be made where something stands, which no look beforehand can promise; some disks know no links. */
async function renameToFree(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (existsSync(path)) throw alreadyThere(path, error);
    await rename(temporary, path);
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

function refusal(error: unknown, path: string): Error {
  if (error instanceof ImportError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return new ImportError(`${path} can't be written (${code || String(error)}); check the folder after --out`, {
    cause: error,
  });
}

/** Says that a file stands where an issue should go. */
export function alreadyThere(path: string, cause?: unknown): ImportError {
  return new ImportError(`${path} is already there; give another --title or --date, or --force to replace it`, {
    cause,
  });
}
