/** What no reader sees, and what drives a terminal. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|(?![\t\n\f\r])\p{Cc}/gu;
/** The characters that Windows-1252 has where ISO 8859-1 has controls, from 0x80 on; some decoders mistake one for the other. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Brings text into the form in which it is compared and written: NFC, `\n` line ends, nothing unseen or half there. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(/[\u0080-\u009f]/gu, (char) => WINDOWS.charAt(char.charCodeAt(0) - 0x80))
    .replace(UNSEEN, "")
    .replace(/\p{Cs}/gu, "\ufffd");
}

/** Puts a text on one line, without space around it. */
export function plainLine(text: string): string {
  return cleanText(text)
    .replace(/[\s\u00a0]*\n[\s\u00a0]*|[ \t\f\u00a0]+/gu, " ")
    .trim();
}
