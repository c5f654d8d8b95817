import { isAbsolute, join } from "node:path";
import type { Environment } from "./environment.ts";

/** Where what outlives a run is kept: in $XDG_STATE_HOME (https://specifications.freedesktop.org/basedir-spec), else in ~/.local/state. */
export function stateFolderOf(environment: Environment, home: string): string {
  const state = environment["XDG_STATE_HOME"] ?? "";
  return join(isAbsolute(state) ? state : join(home, ".local", "state"), "digest-bot");
}
