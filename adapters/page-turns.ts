import type { PageBlock } from "../src/index.ts";
import type { ButtonData } from "./callback-data.ts";
import { writeButton } from "./callback-data.ts";

/** A button that shows a page beside the one that is shown. */
export interface PageTurn {
  readonly label: string;
  readonly data: string;
}

/** The page before and the page after, where there is one. */
export function pageTurns(page: number, pages: number, dataOf: (to: number) => ButtonData): PageTurn[] {
  return [page - 1, page + 1]
    .filter((to) => to >= 1 && to <= pages)
    .map((to) => ({ label: to < page ? `‹ ${to}/${pages}` : `${to}/${pages} ›`, data: writeButton(dataOf(to)) }));
}

/**
 * The pages beside that of a list. A button holds the command that shows its page.
 *
 * @param isHeld - Whether a button of the platform holds so much; where one doesn't, there are none.
 */
export function listTurns(
  { page, pages, previous, next }: PageBlock,
  whose: Pick<ButtonData, "language" | "owner">,
  isHeld: (data: string) => boolean,
): PageTurn[] {
  const commandOf = (to: number): string => (to < page ? previous : next) ?? "";
  const turns = pageTurns(page, pages, (to) => ({ ...whose, action: "list", target: commandOf(to), page: to }));
  return turns.every(({ data }) => isHeld(data)) ? turns : [];
}
