import fc from "fast-check";

/** Pieces that quantities and dates are made of, with what tends to break their reading. */
const PIECES = [
  "1", "2024", "3,400", "1.32", "007", "10²", "12.5%", "百", "万亿", "三成半", "两三", "一一一", "十", "亿", "半", "个", "家", "元", "个半月", "多", "点", "百分之", "分之", "第", "届", "年", "月", "日", "上半年", "前", "至", "-", "~",
  "约", "超", "近", "增长", "同比", "环比", "了", "以上", "左右", "翻番", "同年", "去年", "上周", "五", "十四五", "90年代", "$", "¥", "us$", " billion", " percent", "rose ", "by ", "about ", "year on year", "two hundred and ", "twenty-", "first ",
  "half", "july ", "may ", "in ", "of ", "2025-07-16", "q3", "the ", "90s", ",", "。", " ", ".", "\n", "\ud83d", "😀", "ß", "é", "𠮷",
] as const;

/** Any string, or one put together from the pieces. */
export const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join("")));

/** Patterns that make careless expressions backtrack, as texts of 100,000 characters. */
export const HOSTILE_TEXTS = ["1,", "1", "1,111,", "1-", "1.", "1 ", "1亿", "1万", "一", "十", "二〇", "百分之", "第一", "个半", "一点", "10%和", "$1", "-1%", "one ", "one hundred and ", "twenty-", "year on year ", "1月", "1月1日至", "2025-", "2025 ", "may ", "january to ", "上", " ", "\ud800"].map(
  (pattern) => ({ pattern, text: pattern.repeat(Math.ceil(100_000 / pattern.length)) }),
);

/** Sets ASCII letters, digits and signs in full width, as Chinese typesetting may. */
export function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
