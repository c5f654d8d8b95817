import type { Numerals } from "./number.ts";

/** What a run of Chinese numerals says. */
interface HanNumber {
  /** The value as a decimal string. */
  readonly value: string;
  readonly leadingScale: number;
  readonly isDigits: boolean;
  /** Two neighbouring digits for one: 两三家 "two or three". */
  readonly isRough: boolean;
}

const TEN = 10n;
const TEN_THOUSAND = 10_000n;

/** Reads a run of Chinese numerals: 三千五百, 二〇二四, 五点七, 两三, 三万五 (35,000); null where it makes no number. */
export function readHanNumber(run: string, numerals: Numerals): HanNumber | null {
  const [whole = "", decimals] = run.split(numerals.hanPoint);
  if (Array.from(whole).every((char) => numerals.hanDigits.has(char))) return readDigits(whole, decimals, numerals);
  const sum = readSum(whole, numerals);
  if (sum === null) return null;
  if (decimals === undefined) return sum;
  return { ...sum, value: `${sum.value}.${digitsOf(decimals, numerals)}` };
}

function readDigits(whole: string, decimals: string | undefined, numerals: Numerals): HanNumber {
  const digits = digitsOf(whole, numerals);
  const [first, second] = [Number(digits[0]), Number(digits[1])];
  if (decimals === undefined && whole.length === 2 && isRoughPair(first, second)) {
    return { value: String(first), leadingScale: 0, isDigits: false, isRough: true };
  }
  return {
    value: decimals === undefined ? digits : `${digits}.${digitsOf(decimals, numerals)}`,
    leadingScale: 0,
    isDigits: whole.length > 1,
    isRough: false,
  };
}

function digitsOf(han: string, numerals: Numerals): string {
  return Array.from(han, (char) => numerals.hanDigits.get(char)).join("");
}

function isRoughPair(first: number, second: number): boolean {
  return first > 0 && (second === first + 1 || (first === 3 && second === 5));
}

/** Adds up digits times scales: `sum` holds what lies above 万, `section` what lies below, `digit` waits for its scale. */
function readSum(whole: string, numerals: Numerals): HanNumber | null {
  let sum = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  let lastScale = 0n;
  let isRough = false;
  for (const char of whole) {
    const next = numerals.hanDigits.get(char);
    const scale = numerals.hanScales.get(char) ?? 0n;
    if (next !== undefined) {
      if (digit !== null) {
        if (isRough || !isRoughPair(Number(digit), next)) return null;
        isRough = true;
      } else if (next === 0) lastScale = 0n;
      else digit = BigInt(next);
    } else if (scale < TEN_THOUSAND) {
      section += (digit ?? 1n) * scale;
      [digit, lastScale] = [null, scale];
    } else {
      section += digit ?? 0n;
      if (sum === 0n && section === 0n) section = 1n;
      [sum, section] = scale === TEN_THOUSAND ? [sum + section * scale, 0n] : [(sum + section) * scale, 0n];
      [digit, lastScale] = [null, scale];
    }
  }
  const tail = digit === null ? 0n : lastScale > TEN && !isRough ? (digit * lastScale) / TEN : digit;
  const leadingScale = Number(numerals.hanScales.get(whole.charAt(0)) ?? 0n);
  return { value: String(sum + section + tail), leadingScale, isDigits: false, isRough };
}
