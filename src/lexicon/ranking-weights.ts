/** What weighs how much in ranking: a weight by feature, learned by training/run.ts. */
export type Weights = Readonly<Record<string, number>>;

export interface RankingWeights {
  /** Which candidate answers. */
  readonly candidates: Weights;
  /**
   * How likely the best candidate is right: logistic models, one for issues with a date and one for other texts. News
   * is asked for periods and figures that it may not have, a reference text for what stands in it.
   */
  readonly confidence: { readonly dated: Weights; readonly undated: Weights };
  /** Which words of a sentence are the short answer, by the language of the text. */
  readonly spans: Readonly<Record<"zh" | "en", Weights>>;
}
