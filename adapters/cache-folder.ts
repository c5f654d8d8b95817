import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";

/** What CACHE_DIR says where nothing is to be kept. */
const OFF = "off";

/**
 * Where what was derived of a digest is kept for the next start: in CACHE_DIR, else in $XDG_CACHE_HOME
 * (https://specifications.freedesktop.org/basedir-spec), else in ~/.cache. Null where CACHE_DIR is `off`.
 */
export function cacheFolderOf(environment: Environment, home: string): string | null {
  const given = environment["CACHE_DIR"]?.trim() ?? "";
  if (given.toLowerCase() === OFF) return null;
  if (given !== "") return given;
  const cache = environment["XDG_CACHE_HOME"] ?? "";
  return join(isAbsolute(cache) ? cache : join(home, ".cache"), "digest-bot");
}
