import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import { periodAt } from "../fact/context.ts";
import type { Mention, Name, Period, Quantity } from "../fact/mention.ts";
import type { LeaningClause, Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Candidate } from "./candidate.ts";

/** Proposes the spans of a sentence that are of the type a question asks for, each with how well it fits. */
export function propose(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Candidate[] {
  const proposed = proposers[query.type]?.(query, reading, sentence, lexicon) ?? [];
  return proposed.flatMap(({ span, mention, fit }) => {
    const clause = clauseAt(sentence, span);
    return clause === undefined || fit <= 0 ? [] : [{ reading, sentence, clause, span, mention, fit }];
  });
}

interface Proposal {
  readonly span: Span;
  readonly mention: Mention | null;
  readonly fit: number;
}

type Proposer = (query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon) => Proposal[];

const proposers: Partial<Record<AnswerType, Proposer>> = {
  quantity: figures,
  change: figures,
  share: figures,
  duration: figures,
  person: (query, reading, sentence, lexicon) => [...namesOf(query, reading, sentence, "person", 1), ...namesOf(query, reading, sentence, "organisation", asksForAct(query, lexicon) ? 0.85 : 0.4)],
  organisation: (query, reading, sentence) => [...lists(query, reading, sentence, ["organisation"]), ...namesOf(query, reading, sentence, "organisation", wantsMany(query) ? 0.7 : 1), ...namesOf(query, reading, sentence, "person", 0.3)],
  place: (query, reading, sentence, lexicon) => places(query, reading, sentence, lexicon),
  post: posts,
  time: periods,
  list: (query, reading, sentence, lexicon) => [...lists(query, reading, sentence, []), ...clauses(query, reading, sentence, lexicon, asksForMembers(query) ? 0.3 : 0.55)],
  name: (query, reading, sentence, lexicon) => [...named(query, reading, sentence), ...clauses(query, reading, sentence, lexicon, asksForMembers(query) ? 0.3 : 0.5)],
  definition: (query, reading, sentence, lexicon) => clauses(query, reading, sentence, lexicon, 0.8),
  reason: reasons,
  manner: (query, reading, sentence, lexicon) => clauses(query, reading, sentence, lexicon, 0.8),
  opinion: opinions,
  speaker: speakers,
  statement: statements,
};

/** 分别叫什么 "what is each called" is answered by members, not by a sentence about all of them. */
function asksForMembers(query: Query): boolean {
  return /分别|各自|逐一|\brespectively\b|\beach called\b/u.test(query.folded);
}

/** Who published or organised something is an organisation as often as a person. */
function asksForAct(query: Query, lexicon: Lexicon): boolean {
  return query.terms.some((term) => term.alternatives.some((alternative) => lexicon.cues.acts.has(alternative.text)));
}

function clauseAt(sentence: Sentence, span: Span): LeaningClause | undefined {
  return sentence.clauses.find((clause) => span.start < clause.end && span.end > clause.start);
}

function figures(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  return sentence.mentions.flatMap((mention) =>
    mention.kind === "quantity" ? [{ span: { start: mention.start, end: mention.end }, mention, fit: figureFit(query, reading, sentence, mention) }] : [],
  );
}

/** How well a figure is of the asked kind (一场 is "a" more often than a count of one): its dimension, level against movement, the things it counts. */
function figureFit(query: Query, reading: Reading, sentence: Sentence, figure: Quantity): number {
  const { folded } = reading;
  if (query.quantities.some((asked) => asked.value.eq(figure.value) && (asked.dimension === figure.dimension || figure.unit === ""))) return 0.1;
  let fit = 1;
  if (query.dimensions.length > 0) {
    const rank = query.dimensions.indexOf(figure.dimension);
    if (rank < 0) return 0.1;
    fit -= rank * 0.15;
  } else if (figure.dimension === "ordinal") return 0.15;
  if (figure.dimension === "count" && figure.value.eq(1) && folded.charAt(figure.start) === "一") fit *= 0.5;
  if (query.counter !== null && !isCounter(query, folded, figure, query.counter)) fit *= figure.dimension === "count" ? 0.75 : 0.4;
  const clause = clauseAt(sentence, figure);
  const isMovement = figure.change !== null;
  if (query.type === "change") {
    const namesMovement = clause !== undefined && (/增幅|增速|涨幅|降幅|growth|increase|decline/u.test(folded.slice(sentence.start, figure.end)) || /\bby (?:about |over |nearly )?$/u.test(folded.slice(Math.max(0, figure.start - 12), figure.start)));
    if (!isMovement) fit *= figure.dimension === "percent" && namesMovement ? 0.9 : 0.35;
  } else if (isMovement && !query.dimensions.includes("percent")) fit *= 0.4;
  else if (isMovement && query.type === "share") fit *= 0.3;
  if (query.direction !== null && figure.change !== null && figure.change.direction !== query.direction && query.type === "change") fit *= 0.4;
  if (query.base !== null && figure.change?.base != null && figure.change.base !== query.base) fit *= 0.3;
  return fit * countedFit(query, reading, figure);
}

/** 多少家 asks for 家; 多少点 for 点. 个 and 名 stand for any count. */
function isCounter(query: Query, folded: string, figure: Quantity, counter: string): boolean {
  if (folded.slice(figure.start, figure.end).includes(counter)) return true;
  if (counter.endsWith('点')) return figure.dimension === "point" || (figure.dimension === "percent" && query.type === "change");
  return ["个", "名", "人", "位"].includes(counter) && figure.dimension === "count";
}

/** For 多少商家 the figure counts 商家: the words after it say so. */
function countedFit(query: Query, reading: Reading, figure: Quantity): number {
  if (query.focus === null || figure.dimension !== "count") return 1;
  const after = reading.folded.slice(figure.end, figure.end + 16);
  const counts = query.focus.alternatives.some((alternative) => after.includes(alternative.text) || reading.folded.slice(figure.start, figure.end).includes(alternative.text));
  return counts ? 1 : 0.75;
}

/** Names of one kind, less those that the question names itself. */
function namesOf(query: Query, reading: Reading, sentence: Sentence, kind: Name["kind"], fit: number): Proposal[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== kind || isAsked(query, reading, mention) || reading.byline.some((author) => contains(author, mention))) return [];
    return [{ span: { start: mention.start, end: mention.end }, mention, fit: fit * placeFit(reading, mention) * titleFit(query, reading, mention) }];
  });
}

/** Places and rows of places, of the kind that the question names: 哪个国家 a country, 哪个场馆 a venue. */
function places(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const asked = askedPlaceKind(query);
  const isKind = (span: Span): boolean => asked === null || placeKind(reading.folded.slice(span.start, span.end), lexicon) === asked;
  const rows = lists(query, reading, sentence, ["place"]).map((row) => {
    const members = row.mention?.kind === "list" ? row.mention.members : [];
    return members.some((member) => isKind(member)) ? row : { ...row, fit: row.fit * 0.4 };
  });
  return [...rows, ...namesOf(query, reading, sentence, "place", wantsMany(query) ? 0.7 : 1).map((name) => (isKind(name.span) ? name : { ...name, fit: name.fit * 0.4 }))];
}

type PlaceKind = "country" | "province" | "city" | "venue";

function askedPlaceKind({ folded }: Query): PlaceKind | null {
  if (/国家|哪国|countr/u.test(folded)) return "country";
  if (/场馆|展馆|会馆|会场|机场|园区|venue|hall|airport/u.test(folded)) return "venue";
  return /城市|哪个?市|\bcit(?:y|ies)\b|town/u.test(folded) ? "city" : null;
}

function placeKind(name: string, { names }: Lexicon): PlaceKind | null {
  const bare = name.replace(/[省市县]$/u, "");
  if (names.countryPattern.test(bare)) return "country";
  if (names.provinces.has(bare)) return "province";
  if (names.placePattern.test(bare)) return "city";
  return /(?:馆|中心|机场|园|厅|场)$/u.test(name) ? "venue" : null;
}

/** The title is part of who a person is: 湖北省商务厅厅长 before 龙小红. */
function titleFit(query: Query, reading: Reading, name: Name): number {
  if (name.kind !== "person" || name.title === null) return 1;
  const title = reading.folded.slice(name.title.start, name.title.end);
  const asked = query.terms.filter((term) => term.role !== "generic" && term.alternatives.some((alternative) => alternative.isHan ? title.includes(alternative.text) : new RegExp(`\\b${escaped(alternative.text.split(" ")[0] ?? "")}`, "u").test(title)));
  return 1 + Math.min(0.3, asked.length * 0.1);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** A place after 在 "at" is where something happens; one inside an organisation's name is not. */
function placeFit(reading: Reading, name: Name): number {
  if (name.kind !== "place") return 1;
  return /(?:在|于|到|至|往|自|落户|走进|走访|in|at|to|from) ?(?:the )?$/u.test(reading.folded.slice(Math.max(0, name.start - 10), name.start)) ? 1 : 0.75;
}

function isAsked(query: Query, reading: Reading, span: Span): boolean {
  const name = reading.folded.slice(span.start, span.end);
  const isPart = (text: string): boolean => text.length >= 2 && name.split("·").includes(text);
  return query.terms.some((term) => term.alternatives.some((alternative) => alternative.factor > 0.9 && (alternative.text === name || isPart(alternative.text) || (alternative.text.length >= 2 && alternative.text.startsWith(name)) || (alternative.isHan && name.length <= alternative.text.length + 1 && name.includes(alternative.text)))));
}

function posts(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== "person" || mention.title === null || !isAsked(query, reading, mention)) return [];
    return [{ span: mention.title, mention, fit: 1 }];
  });
}

function periods(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== "period") return [];
    const isStated = query.periods.some((period) => period.interval !== null && period.interval.from === mention.interval?.from && period.interval.to === mention.interval.to);
    const bound = isStated ? 0.1 : figurePeriodFit(query, reading, sentence, mention);
    return [{ span: { start: mention.start, end: mention.end }, mention, fit: bound * periodFit(query, mention) }];
  });
}

/** Where the question states a figure (收窄到19.3%是哪年), its own period answers, not another of the sentence. */
function figurePeriodFit(query: Query, reading: Reading, sentence: Sentence, period: Period): number {
  const figure = sentence.mentions.find((mention) => mention.kind === "quantity" && query.quantities.some((asked) => asked.value.eq(mention.value)));
  if (figure === undefined) return 1;
  const own = periodAt(reading, sentence, figure.start);
  return own === null || own.start === period.start ? 1 : 0.4;
}

/** 哪一天 asks for a day, 哪一年 for a year; open questions are best answered by a day. */
function periodFit(query: Query, { precision }: Period): number {
  if (precision === "vague") return 0.45;
  if (/哪一?[天日]|几[号日]|日期|\b(?:date|day)\b/u.test(query.folded)) return precision === "day" ? 1 : 0.3;
  if (/哪一?年|\byear\b/u.test(query.folded)) return precision === "year" ? 1 : 0.6;
  if (/几月|哪个?月|\bmonth\b/u.test(query.folded)) return precision === "month" ? 1 : 0.6;
  return precision === "day" ? 1 : 0.9;
}

/** 哪些, 哪几个, "which cities": the answer has several members. */
function wantsMany(query: Query): boolean {
  return query.type === "list" || /哪些|哪几|(?:which|what) (?:(?!does|was|is|has)[\w-]+ )?(?!does|was|is|has)\w+s\b/u.test(query.folded);
}

/** Enumerations; with kinds, only those that hold a name of one of them. */
function lists(query: Query, reading: Reading, sentence: Sentence, kinds: readonly Name["kind"][]): Proposal[] {
  if (!wantsMany(query)) return [];
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== "list") return [];
    const ofKind = kinds.length === 0 || mention.members.some((member) => isMostly(member, sentence, kinds));
    const fit = (mention.members.length > 2 ? 1 : 0.85) + (kinds.length === 0 ? 0 : 0.1) + (isNamedRow(query, reading, mention) ? 0.3 : 0);
    return ofKind ? [{ span: { start: mention.start, end: mention.end }, mention, fit }] : [];
  });
}

/** A member that is a name of a kind, but for a word or two: 国家市场监督管理总局发展研究中心, 欧洲等. */
function isMostly(member: Span, sentence: Sentence, kinds: readonly Name["kind"][]): boolean {
  return sentence.mentions.some((name) => kinds.includes(name.kind as Name["kind"]) && name.start < member.end && name.end > member.start && (Math.min(name.end, member.end) - Math.max(name.start, member.start)) * 5 >= (member.end - member.start) * 3);
}

/** “商品卡免佣”“保证金下调”等政策 is a row of 政策: the word asked for stands right after it, or right before. */
function isNamedRow({ focus }: Query, reading: Reading, row: Span): boolean {
  if (focus === null) return false;
  const after = reading.folded.slice(row.end, row.end + 8);
  const before = reading.folded.slice(Math.max(0, row.start - 8), row.start);
  return focus.alternatives.some(({ text }) => /^["”」]?等/u.test(after) && after.includes(text.slice(0, 4)) || before.includes(text));
}

/** Works, quoted terms, organisations, and phrases that end in the word asked for (…平台, …报告). */
function named(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  const found: Proposal[] = [];
  for (const mention of sentence.mentions) {
    if (mention.kind !== "work" && mention.kind !== "quoted" && mention.kind !== "organisation" && mention.kind !== "place" && mention.kind !== "person") continue;
    if (isAsked(query, reading, mention)) continue;
    const holdsAsked = mention.kind === "quoted" && query.terms.some((term) => term.role !== "generic" && reading.folded.slice(mention.start, mention.end).includes(term.surface));
    const fit = holdsAsked ? 0.4 : { work: 1, quoted: 0.85, organisation: 0.7, place: 0.5, person: 0.4 }[mention.kind];
    found.push({ span: { start: mention.start, end: mention.end }, mention, fit });
  }
  for (const head of headNouns(query)) {
    for (let at = reading.folded.indexOf(head, sentence.start); at >= 0 && at < sentence.end; at = reading.folded.indexOf(head, at + 1)) {
      const end = at + head.length;
      const lead = /[\p{L}\d]*$/u.exec(reading.folded.slice(sentence.start, at))?.[0] ?? "";
      const start = at - (lead.replace(/^.*(?:的|了|在|是|为|由|将|把|,)/u, "").length);
      if (end - start > head.length + 2) found.push({ span: { start, end }, mention: null, fit: 1 });
    }
  }
  return found;
}

function headNouns(query: Query): string[] {
  if (query.focus === null) return [];
  return query.focus.alternatives.filter((alternative) => alternative.isHan).map((alternative) => alternative.text);
}

function clauses(_query: Query, _reading: Reading, sentence: Sentence, _lexicon: Lexicon, fit: number): Proposal[] {
  return [{ span: { start: sentence.start, end: sentence.end }, mention: null, fit }];
}

function reasons(_query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const text = reading.folded.slice(sentence.start, sentence.end);
  const cue = lexicon.cues.reasons.find((word) => (/^[a-z]/u.test(word) ? new RegExp(`\\b${word}\\b`, "u").test(text) : text.includes(word)));
  const whole = { start: sentence.start, end: sentence.end };
  return [{ span: whole, mention: null, fit: cue === undefined ? 0.6 : 1 }];
}

/** What somebody said: the sentences that a person of the question speaks in. */
function opinions(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const isSpeech = lexicon.names.speech.test(reading.folded.slice(sentence.start, sentence.end));
  return clauses(query, reading, sentence, lexicon, isSpeech ? 1 : 0.3);
}

function speakers(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const verbs = lexicon.names.speechAfterName;
  const nearby = [sentence, reading.sentences[sentence.index - 1], reading.sentences[sentence.index + 1]].filter((s) => s !== undefined && s.block === sentence.block);
  for (const near of nearby) {
    const speaking = near?.mentions.filter((mention) => (mention.kind === "person" || mention.kind === "organisation") && !isAsked(query, reading, mention)) ?? [];
    const best = speaking.find((mention) => mention.kind === "person" && verbs.test(reading.folded.slice(mention.end, mention.end + 12))) ?? speaking.find((mention) => mention.kind === "person");
    if (best !== undefined) return [{ span: { start: best.start, end: best.end }, mention: best, fit: near === sentence ? 1 : 0.9 }];
  }
  return [];
}

/** Keyword questions: the figure in a matching statement, else the sentence. */
function statements(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const figured = figures(query, reading, sentence).map((proposal) => ({ ...proposal, fit: proposal.fit * 0.95 }));
  return [...figured, ...clauses(query, reading, sentence, lexicon, 0.8)];
}
