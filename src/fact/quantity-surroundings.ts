import { fold } from "../text/fold.ts";
import type { Change, Qualifier } from "./mention.ts";
import type { Cues } from "./quantity-cue.ts";
import { cuesOf } from "./quantity-cue.ts";
import { alternation, anyOf, isLatin } from "./quantity-pattern.ts";
import type { QualifiersJson } from "./quantity-schema.ts";

/** A qualifier before a figure; only before a number that begins with a scale of at least `leadingScale`. */
interface QualifierCue {
  readonly means: Qualifier | null;
  readonly leadingScale: number;
}

/** What stands around figures and says how exact they are and how they moved, compiled. */
export interface Surroundings {
  readonly qualifiers: Cues<QualifierCue>;
  readonly qualifiersAfter: readonly {
    readonly pattern: RegExp;
    readonly means: Qualifier;
    readonly measuresOnly: boolean;
  }[];
  readonly movements: Cues<Change["direction"] | null>;
  readonly movementsAfter: Cues<Change["direction"]>;
  /** Adjectives that say how a figure compares, after what it is compared with: 比去年|多 31个. */
  readonly comparatives: Cues<Change["direction"]>;
  readonly fillers: Cues<true>;
  readonly bases: Cues<NonNullable<Change["base"]>>;
  /** A base anywhere before a movement. */
  readonly base: RegExp;
  /** An English base anywhere after a figure; Chinese has none there. */
  readonly baseAfter: RegExp;
  readonly signedAfter: Cues<true>;
  readonly joins: ReadonlySet<string>;
  readonly ranges: RegExp;
}

/** Compiles lexicon/qualifiers.json. */
export function compileSurroundings(json: QualifiersJson): Surroundings {
  const words = ({
    zh = [],
    en = [],
    signs = [],
  }: {
    zh?: string[] | undefined;
    en?: string[] | undefined;
    signs?: string[] | undefined;
  }): string[] => [...zh, ...en, ...signs].map(fold);
  const cues = <Entry extends Parameters<typeof words>[0], Meaning>(
    entries: readonly Entry[],
    meaning: (entry: Entry) => Meaning,
  ): Cues<Meaning> => cuesOf(entries.flatMap((entry) => words(entry).map((word) => [word, meaning(entry)] as const)));
  const bases = cues(json.bases, ({ base }) => base);
  const baseWords = [...bases.meanings.keys()];
  const latinBase = `(?<![a-z])(?:${alternation(baseWords.filter(isLatin))})(?![a-z])`;
  return {
    qualifiers: cues(json.before, ({ means, leadingScale = 0 }) => ({ means, leadingScale })),
    qualifiersAfter: json.after.map(({ zh = [], en = [], signs = [], means, measuresOnly = false }) => ({
      pattern: new RegExp(
        ` ?(?:${anyOf(zh)}|${alternation(signs) || "(?!)"})|[ ,]{0,2}(?:${alternation(en) || "(?!)"})(?![a-z])`,
        "uy",
      ),
      means,
      measuresOnly,
    })),
    movements: cues(json.movements, ({ direction }) => direction),
    movementsAfter: cues(json.movementsAfter, ({ direction }) => direction),
    comparatives: cues(json.comparatives, ({ direction }) => direction),
    fillers: cuesOf(json.fillers.map((word) => [word, true] as const)),
    bases,
    base: new RegExp(`${alternation(baseWords.filter((word) => !isLatin(word)))}|${latinBase}`, "gu"),
    baseAfter: new RegExp(latinBase, "u"),
    signedAfter: cuesOf(json.signedAfter.map((word) => [word, true] as const)),
    joins: new Set(json.joins),
    ranges: new RegExp(alternation(json.ranges), "uy"),
  };
}
