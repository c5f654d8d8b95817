import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { slice } from "../text/span.ts";
import type { Candidate } from "./candidate.ts";
import type { Proposal, Proposer } from "./proposal.ts";
import { clauseAt, wholeSentence } from "./proposal.ts";
import { figures } from "./propose-figures.ts";
import { asksForMembers, named, namesOf, posts } from "./propose-names.ts";
import { periods } from "./propose-periods.ts";
import { places } from "./propose-places.ts";
import { lists, saysMany, wantsMany } from "./propose-rows.ts";
import { definitions, manners, opinions, reasons, rows, speakers, statements } from "./propose-sentences.ts";

/** How a sentence fits in which nothing of the asked type was found: it may still say it. */
const UNTYPED = 0.2;

/** Proposes the spans of a sentence that are of the type a question asks for, each with how well it fits. */
export function propose(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Candidate[] {
  const typed = proposers[query.type]?.(query, reading, sentence, lexicon) ?? [];
  const proposed = typed.some(({ fit }) => fit > 0) ? typed : untyped(query, reading, sentence);
  return proposed.flatMap(({ span, mention, fit }) => {
    const clause = clauseAt(sentence, span);
    return clause === undefined || fit <= 0 ? [] : [{ reading, sentence, clause, span, mention, fit }];
  });
}

/** Nothing in a sentence is known to be of the asked type; several things may stand in it by names that nobody knows. */
function untyped(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  const rows = saysMany(query) ? lists(query, reading, sentence, []) : [];
  return [
    ...rows.map((proposal) => ({ ...proposal, fit: proposal.fit * UNKNOWN_ROW })),
    ...wholeSentence(sentence, UNTYPED),
  ];
}

/** How much of its fit a row keeps whose members aren't known to be of the asked type. */
const UNKNOWN_ROW = 0.5;

const proposers: Partial<Record<AnswerType, Proposer>> = {
  quantity: figures,
  change: figures,
  share: figures,
  duration: figures,
  person: people,
  organisation: organisations,
  place: places,
  post: posts,
  time: periods,
  list: rows,
  name: (query, reading, sentence) => [
    ...named(query, reading, sentence),
    ...wholeSentence(sentence, asksForMembers(query) ? 0.3 : 0.5),
  ],
  definition: definitions,
  reason: reasons,
  manner: manners,
  opinion: opinions,
  speaker: speakers,
  statement: statements,
};

/** Who published something is an organisation as often as a person, and what is somebody's may be an organisation's. */
function people(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const found = namesOf(query, reading, sentence, "person", 1, lexicon);
  const asksEither = (asksForAct(query, lexicon) && !asksForPost(query, lexicon)) || asksWhose(query);
  const spokenOf = found.some(({ span }) => acts(reading, span, lexicon)) ? SPOKEN_OF : 1;
  const fit = asksEither ? 0.85 * spokenOf : 0.4;
  return [...found, ...namesOf(query, reading, sentence, "organisation", fit, lexicon)];
}

function organisations(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const kind = lexicon.names.organisationKinds.find((words) => words.some((word) => asksForKind(query.folded, word)));
  const isCompany = COMPANY.test(query.folded);
  const isKind = (span: Span): boolean => {
    const name = slice(reading.folded, span);
    if (isCompany && lexicon.names.publicBody.test(name)) return false;
    return kind === undefined || kind.some((word) => name.includes(word));
  };
  const actors = namesOf(query, reading, sentence, "person", 0.3, lexicon).map((proposal) =>
    asksWho(query) && acts(reading, proposal.span, lexicon) ? { ...proposal, fit: ACTOR } : proposal,
  );
  const spokenOf = actors.some(({ fit }) => fit === ACTOR) ? SPOKEN_OF : 1;
  return [
    ...lists(query, reading, sentence, ["organisation"]),
    ...namesOf(query, reading, sentence, "organisation", (wantsMany(query) ? 0.7 : 1) * spokenOf, lexicon),
    ...actors,
  ].map((proposal) => (isKind(proposal.span) ? proposal : { ...proposal, fit: proposal.fit * OTHER_KIND }));
}

/** How somebody fits who does what is told, where "who announced" asks for either. */
const ACTOR = 1.1;
/** How an organisation fits in what somebody else did. */
const SPOKEN_OF = 0.7;

function asksWho({ folded }: Query): boolean {
  return /^who\b|谁/u.test(folded);
}

/** "Jane Doe posted", Jane Doe 在邮件列表上提出: a verb of what people do right after the name. */
function acts({ folded }: Reading, { end }: Span, { names }: Lexicon): boolean {
  return (
    names.speechAfterName.test(folded.slice(end, end + 20)) ||
    names.actsAfterLatinName.test(folded.slice(end, end + 60))
  );
}

/** Wordings that ask for a company. */
const COMPANY =
  /(?:哪|什么)[^,，]{0,3}(?:公司|企业|品牌|商家|工?厂)|\b(?:which|what) (?:[a-z-]+ ){0,2}(?:compan(?:y|ies)|firms?|brands?)\b/u;

/** How a name of another kind fits where a bank or a university was asked for. */
const OTHER_KIND = 0.35;

function asksForKind(folded: string, kind: string): boolean {
  const at = folded.indexOf(kind);
  if (at > 0 && /^(?:都|分别)?[是叫]?哪/u.test(folded.slice(at + kind.length))) return true;
  return (
    at > 0 && /(?:哪|什么|何)[\p{Script=Han}]{0,4}$|\b(?:which|what)(?: [a-z-]+){0,2} $/u.test(folded.slice(0, at))
  );
}

/** Who published or organised something is an organisation as often as a person. */
function asksForAct(query: Query, lexicon: Lexicon): boolean {
  return query.terms.some((term) => term.alternatives.some((alternative) => lexicon.cues.acts.has(alternative.text)));
}

/** 理事长是谁 "who is the chair", 哪位老师: only somebody is what the post names. */
function asksForPost({ folded, terms }: Query, { names }: Lexicon): boolean {
  return (
    /哪位/u.test(folded) ||
    terms.some(
      ({ at, surface, alternatives }) =>
        alternatives.some(({ text }) => names.titlePattern.test(text)) &&
        /^(?:都?[是叫]|由|一职)/u.test(folded.slice(at + surface.length)),
    )
  );
}

/** What is somebody's is an organisation's as often as a person's. */
function asksWhose({ folded }: Query): boolean {
  return /\bwhose\b|谁的/u.test(folded);
}
