import type { Random } from "./random.ts";
import type { Vocabulary } from "./varied-vocabulary.ts";

/** A sentence, and a question that it answers; null where nobody would ask. */
export interface VariedSentence {
  readonly text: string;
  readonly question: string | null;
}

/** Writes sentences of one language. */
export interface Writer {
  /** What stands between two sentences. */
  readonly space: string;
  readonly sentence: () => VariedSentence;
  readonly title: () => string;
  /** A question about what most likely stands nowhere. */
  readonly strayQuestion: () => string;
}

const ENGLISH_CITIES = ["Ningbo", "Leeds", "Hamburg", "Nairobi", "Osaka", "Lagos", "Porto", "Denver", "Lima", "Turin"];
const FIRST_NAMES = ["Anna", "Omar", "Grace", "Liang", "Peter", "Ines", "Kofi", "Maria", "David", "Yuki"];

/** Writes Chinese news: figures, somebody's words, places and things, reasons, and what nobody asks about. */
export function createChineseWriter(random: Random, { zh, cities, surnames }: Vocabulary): Writer {
  const word = (): string => zh[random.rank(zh.length)] ?? "";
  const name = (): string => random.pick(surnames) + word().charAt(0) + word().charAt(1);
  const period = (): string => random.pick(["上半年", "去年", "今年1至5月", "6月份", "一季度", "2023年"]);
  const patterns: readonly (() => VariedSentence)[] = [
    () => {
      const [city, what, kind] = [random.pick(cities), word() + word(), word()];
      const text = `${period()},${city}${what}的${kind}额约${figure(random)}亿元,同比${random.pick(["增长", "下降"])}${percent(random)}%。`;
      return { text, question: `${city}${what}的${kind}额是多少？` };
    },
    () => {
      const [who, what, act, other] = [name(), word(), word(), word()];
      const text = `${random.pick(cities)}${word()}协会会长${who}表示,${what}要${act}${other},${word()}和${word()}也会${word()}。`;
      return { text, question: `谁说${what}要${act}${other}？` };
    },
    () => {
      const [city, what, kind] = [random.pick(cities), word(), word()];
      const text = `${city}${what}基地${word()}了${word()}${word()},现有${random.below(900) + 20}家${kind}企业、${figure(random)}万名${word()}。`;
      return { text, question: `${city}${what}基地有多少家${kind}企业？` };
    },
    () => {
      const [city, what, act] = [random.pick(cities), word() + word(), word()];
      const text = `由于${word()}${word()}${word()},${city}的${what}一度${act}。`;
      return { text, question: `${city}的${what}为什么一度${act}？` };
    },
    () => ({
      text: `${word()}的${word()}${word()}${word()},${word()}${word()}在${word()}中${word()}${word()}。`,
      question: null,
    }),
  ];
  return {
    space: "",
    sentence: () => random.pick(patterns)(),
    title: () => `${random.pick(cities)}${word()}${word()}${word()}`,
    strayQuestion: () => `${random.pick(cities)}${word()}${word()}的${word()}是多少？`,
  };
}

/** Writes English news of the same kinds. */
export function createEnglishWriter(random: Random, { en }: Vocabulary): Writer {
  const word = (): string => en[random.rank(en.length)] ?? "";
  const name = (): string => `${random.pick(FIRST_NAMES)} ${capital(word())}`;
  const patterns: readonly (() => VariedSentence)[] = [
    () => {
      const [city, what] = [random.pick(ENGLISH_CITIES), `${word()} ${word()} ${word()}`];
      const text = `In the first half of the year, ${what} sales in ${city} reached CNY ${figure(random)} billion, up ${percent(random)}% on the year before.`;
      return { text, question: `How much did ${what} sales in ${city} reach?` };
    },
    () => {
      const [what, act, other] = [word(), word(), word()];
      const text = `${name()}, head of the ${word()} ${word()} association, said the ${what} would ${act} the ${other} and every ${word()}.`;
      return { text, question: `Who said the ${what} would ${act} the ${other}?` };
    },
    () => {
      const [city, what, kind] = [random.pick(ENGLISH_CITIES), word(), word()];
      const text = `The ${what} centre in ${city} has ${random.below(900) + 20} ${kind} companies, ${word()} and ${word()} among them.`;
      return { text, question: `How many ${kind} companies does the ${what} centre in ${city} have?` };
    },
    () => ({
      text: `The ${word()} of ${word()} ${word()} was ${word()} by a ${word()} ${word()} near the ${word()}.`,
      question: null,
    }),
  ];
  return {
    space: " ",
    sentence: () => random.pick(patterns)(),
    title: () => `${capital(word())} ${word()} in ${random.pick(ENGLISH_CITIES)}`,
    strayQuestion: () => `What is the ${word()} ${word()} of the ${word()} in ${random.pick(ENGLISH_CITIES)}?`,
  };
}

function figure(random: Random): string {
  return (random.below(90_000) / 100 + 1).toFixed(random.pick([0, 1, 2]));
}

function percent(random: Random): string {
  return (random.below(400) / 10 + 0.1).toFixed(1);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
