import { anyOf } from "./any-of.ts";
import type { PerUnitWords } from "./per-unit.ts";
import { compilePerUnits } from "./per-unit.ts";
import type { ChangeWords } from "./change-words.ts";
import { compileChangeWords } from "./change-words.ts";
import { englishKey } from "./glossary.ts";
import type { CuesJson, LightWordsJson } from "./lexicon-schema.ts";
import { compileRoleWords } from "./role-words.ts";
import type { PlaceRole, RoleWords, TimeRole } from "./role-words.ts";

/** What a question asks for; it decides which mentions can answer it. */
export const ANSWER_TYPES = [
  "quantity",
  "change",
  "share",
  "duration",
  "person",
  "post",
  "organisation",
  "place",
  "time",
  "list",
  "name",
  "definition",
  "reason",
  "manner",
  "opinion",
  "speaker",
  "yesno",
  "compare",
  "difference",
  "ratio",
  "sum",
  "contents",
  "people",
  "author",
  "summary",
  "statement",
] as const;

export type AnswerType = (typeof ANSWER_TYPES)[number];

/** A wording that asks for one type of answer: 多少 "how much", "when". */
export interface Cue {
  readonly type: AnswerType;
  readonly pattern: RegExp;
  /** The same, for finding all places. */
  readonly everywhere: RegExp;
}

/** Things that exclude each other, each with its words: 进口 "import", 出口 "export". */
export type Contrast = readonly Side[];

/** One side of a contrast, with all its words in both languages. */
export type Side = readonly string[];

/** How one thing is asked for, and how a text tells it. */
export interface AskedAndTold {
  readonly asked: RegExp;
  readonly told: RegExp;
}

/** The words of questions, compiled: what they ask for, what they add nothing by, what excludes what. */
export interface CueLexicon {
  /** In order of precedence. */
  readonly cues: { readonly zh: readonly Cue[]; readonly en: readonly Cue[] };
  /** Words that carry no content: 的, 请问, the, of. */
  readonly stop: ReadonlySet<string>;
  /** The words that make a question of a statement: 多少, 哪个, who. */
  readonly interrogatives: RegExp;
  /** When something starts or ends, and when it was made known. */
  readonly times: Readonly<Record<TimeRole, RoleWords>>;
  /** Where something comes from and where it goes. */
  readonly journeys: Readonly<Record<PlaceRole, RoleWords>>;
  /** 几 after these words is some, and asks nothing: 那几天 "those days". */
  readonly indefinite: RegExp;
  /** What names an issue: counted from the newest, and what makes an issue of the date before or after it. */
  readonly issues: {
    readonly newest: RegExp;
    readonly previous: RegExp;
    readonly afterDate: RegExp;
    readonly beforeDate: RegExp;
  };
  /** Characters that are words by themselves more often than parts of a name: 说 "say", 跑 "run". */
  readonly lone: ReadonlySet<string>;
  /** Verbs of two characters that a particle may part: 关的门 for 关门 "close". */
  readonly separable: ReadonlySet<string>;
  /** Words that carry little: 数量, 举办, amount, hold; a text may well say the same without them. English ones are stems. */
  readonly generic: ReadonlySet<string>;
  /** Verbs, adjectives and adverbs, English ones as lemmas: a text may well say the same with another. */
  readonly light: ReadonlySet<string>;
  /** Sets of sides of which a statement means one and not the others: 进口, 出口, 进出口. */
  readonly contrasts: readonly Contrast[];
  /** All words of {@link contrasts}. */
  readonly sides: ReadonlySet<string>;
  /** At the beginning of what follows a year: something held once a year, 双11 in 2025年双11 "Double 11 of 2025". */
  readonly events: RegExp;
  /** What became of money, as it is asked for, and as it is told before a figure: 亏了多少, 净亏损. */
  readonly outcomes: readonly AskedAndTold[];
  /** What comes first and what comes last of several, as it is asked for and as it is told: 居首 "lead", 垫底 "be last". */
  readonly superlatives: readonly AskedAndTold[];
  /** What is said of who comes to a post, and of who leaves one: 接任 "succeed", 卸任 "step down". */
  readonly succession: { readonly comes: RegExp; readonly goes: RegExp };
  /** What asks for a figure as it was put right, and what stands before one: 更正为 "corrected to". */
  readonly corrections: AskedAndTold;
  /** What a figure is asked or told per: 每件, per parcel. */
  readonly perUnits: PerUnitWords;
  /** What comes and what goes, for all places: 新开 "newly opened", 关闭 "closed". */
  readonly flows: { readonly came: RegExp; readonly went: RegExp };
  readonly directions: { readonly up: readonly string[]; readonly down: readonly string[] };
  /** What tells a value before from one after. */
  readonly changes: ChangeWords;
  /** What organisations do as often as people: 公布 "publish", 主办 "organise"; English ones are stems. */
  readonly acts: ReadonlySet<string>;
  /** Words that lead a reason or a purpose: 由于, 旨在, because. */
  readonly reasons: RegExp;
  /** Words that stand beside a reason often, and beside much else: 分析, 推动, after. */
  readonly reasonHints: RegExp;
  /** Words that lead a means or a way: 通过, 改为, through. */
  readonly manners: RegExp;
  /** Words beside the members of a row: 分别, 包括, respectively. */
  readonly rows: RegExp;
  /** Words that lead what something is: 是指, 主营, "is a". */
  readonly definitions: RegExp;
  /** How a sentence that begins so stands to the one before. */
  readonly opens: {
    /** It says what is done about it: 为此 "to this end". */
    readonly takesUp: RegExp;
    /** It adds to it: 其次 "secondly". */
    readonly goesOn: RegExp;
    /** It speaks of the person or the organisation that the one before names: 她, 该公司. */
    readonly person: RegExp;
    readonly organisation: RegExp;
  };
}

/** Compiles lexicon/cues.json and lexicon/light-words.json. */
export function compileCueLexicon(cues: CuesJson, light: LightWordsJson): CueLexicon {
  const compile = (list: CuesJson["zh"]): Cue[] =>
    list.map(({ type, pattern }) => ({
      type,
      pattern: new RegExp(pattern, "u"),
      everywhere: new RegExp(pattern, "gu"),
    }));
  return {
    cues: { zh: compile(cues.zh), en: compile(cues.en) },
    lone: new Set(cues.lone),
    separable: new Set(cues.separable),
    stop: new Set([...cues.stop.zh, ...cues.stop.en]),
    times: {
      start: compileRoleWords(cues.times.start),
      end: compileRoleWords(cues.times.end),
      told: compileRoleWords(cues.times.told),
    },
    journeys: { from: compileRoleWords(cues.journeys.from), to: compileRoleWords(cues.journeys.to) },
    indefinite: new RegExp(cues.indefinite.join("|"), "gu"),
    interrogatives: new RegExp(
      `${cues.interrogatives.zh.join("|")}|\\b(?:${cues.interrogatives.en.join("|")})\\b`,
      "gu",
    ),
    issues: {
      newest: new RegExp(cues.issues.newest.join("|"), "u"),
      previous: new RegExp(cues.issues.previous.join("|"), "u"),
      afterDate: new RegExp(`^(?:${cues.issues.afterDate.join("|")})`, "u"),
      beforeDate: new RegExp(`(?:${cues.issues.beforeDate.join("|")})$`, "u"),
    },
    generic: new Set([...cues.generic.zh, ...cues.generic.en.map((word) => englishKey(word))]),
    light: new Set([...light.zh.split(" ").filter((word) => !cues.things.includes(word)), ...light.en.split(" ")]),
    contrasts: cues.contrasts,
    sides: new Set(cues.contrasts.flat(2)),
    events: new RegExp(`^(?:'s|的| )?(?:${anyOf(cues.events)})`, "u"),
    outcomes: cues.outcomes.map(compileAskedAndTold),
    superlatives: cues.superlatives.map(compileAskedAndTold),
    succession: {
      comes: new RegExp(anyOf(cues.succession.comes), "u"),
      goes: new RegExp(anyOf(cues.succession.goes), "u"),
    },
    corrections: {
      asked: new RegExp(anyOf(cues.corrections.asked), "u"),
      told: new RegExp(`(?:${anyOf(cues.corrections.told)})[^,，。;；\\d]{0,10}$`, "u"),
    },
    perUnits: compilePerUnits(cues.perUnits),
    flows: { came: new RegExp(anyOf(cues.flows.came), "gu"), went: new RegExp(anyOf(cues.flows.went), "gu") },
    directions: cues.directions,
    changes: compileChangeWords(cues.changes),
    acts: new Set(cues.acts.map((word) => (/^[a-z]/u.test(word) ? englishKey(word) : word))),
    reasons: new RegExp(anyOf(cues.reasons), "u"),
    reasonHints: new RegExp(anyOf(cues.reasonHints), "u"),
    manners: new RegExp(anyOf(cues.manners), "u"),
    rows: new RegExp(anyOf(cues.rows), "u"),
    definitions: new RegExp(anyOf(cues.definitions), "u"),
    opens: {
      takesUp: atBeginning(cues.discourse.takesUp),
      goesOn: atBeginning(cues.discourse.goesOn),
      person: atBeginning(cues.discourse.people),
      organisation: atBeginning(cues.discourse.organisations),
    },
  };
}

function compileAskedAndTold({ asked, told }: CuesJson["outcomes"][number]): AskedAndTold {
  return { asked: new RegExp(anyOf(asked), "u"), told: new RegExp(anyOf(told), "u") };
}

/** Matches a folded text that begins with any of some words. */
function atBeginning(words: readonly string[]): RegExp {
  return new RegExp(`^["“]?(?:${anyOf(words)})`, "u");
}
