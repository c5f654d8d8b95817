import type Big from "big.js";
import type { Operand } from "./computation.ts";

/** Tells whether a figure is printed as a loss: 4.8亿元 in 上年同期为亏损4.8亿元 "a loss of 480 million the year before". */
export function isLoss([{ reading }, quantity]: Operand): boolean {
  return LOSS.test(reading.folded.slice(Math.max(0, quantity.start - LEAD), quantity.start));
}

/** A figure's value, below zero where it is a loss. */
export function signed(operand: Operand): Big {
  return isLoss(operand) ? operand[1].value.times(-1) : operand[1].value;
}

/** How far before a figure the word may stand that makes it a loss, in UTF-16 units. */
const LEAD = 12;

const LOSS =
  /亏损?(?:额|为|达|了|约|近|超){0,2}$|\bloss(?:es)? of (?:about |over |nearly )?$|\blost (?:about |over )?$/u;
