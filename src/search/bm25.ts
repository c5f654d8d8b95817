/** The fields of an indexed fact, in the order in which they are scored. */
export const FIELDS = ["statement", "context", "title"] as const;

/** How much a term counts in each field: in the statement itself, around it, in its title. */
export const FIELD_BOOST = { statement: 1, context: 0.35, title: 0.5 } as const;

/**
 * The parameters of BM25+ (Lv and Zhai 2011), as minisearch has them: how soon a repeated term stops counting, how
 * much a long field takes away, and what standing there at all is worth.
 */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;
