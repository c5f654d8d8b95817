import { anyOf } from "./any-of.ts";
import type { CuesJson } from "./lexicon-schema.ts";

/** What a time is to what a sentence tells: when it starts, when it ends, when it was made known. */
export type TimeRole = keyof CuesJson["times"];

/** What a place is to what a sentence tells: where something comes from, where it goes. */
export type PlaceRole = keyof CuesJson["journeys"];

/** How a role is asked for in a folded question, and how a folded text gives it. */
export interface RoleWords {
  readonly asked: RegExp;
  /** Matches a text that ends right before a time or place in the role. */
  readonly before: RegExp;
  /** Matches a text that begins right after one. */
  readonly after: RegExp;
}

/** Compiles what is asked, before and after of a role of lexicon/cues.json. */
export function compileRoleWords({ asked, before, after }: CuesJson["times"][TimeRole]): RoleWords {
  return {
    asked: new RegExp(anyOf(asked), "u"),
    before: new RegExp(`(?:${anyOf(before)})\\s*$`, "u"),
    after: new RegExp(`^\\s*(?:${anyOf(after)})`, "u"),
  };
}
