import { anyOf } from "./any-of.ts";
import type { CuesJson } from "./lexicon-schema.ts";

/** What a time is to what a sentence tells: when it starts, when it ends, when it was made known. */
export type TimeRole = keyof CuesJson["times"];

/** How a role is asked for in a folded question, and how a folded text gives it. */
export interface TimeRoleWords {
  readonly asked: RegExp;
  /** Matches a text that ends right before a time. */
  readonly before: RegExp;
  /** Matches a text that begins right after one. */
  readonly after: RegExp;
}

/** Compiles the roles of times of lexicon/cues.json. */
export function compileTimeRoles(times: CuesJson["times"]): Readonly<Record<TimeRole, TimeRoleWords>> {
  const compile = ({ asked, before, after }: CuesJson["times"][TimeRole]): TimeRoleWords => ({
    asked: new RegExp(anyOf(asked), "u"),
    before: new RegExp(`(?:${anyOf(before)})\\s*$`, "u"),
    after: new RegExp(`^\\s*(?:${anyOf(after)})`, "u"),
  });
  return { start: compile(times.start), end: compile(times.end), told: compile(times.told) };
}
