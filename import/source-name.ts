import { cleanText } from "./clean-text.ts";

/** The name of a file without its ending, as a title of last resort. */
export function nameOf(fileName: string): string {
  return (
    cleanText(fileName)
      .replace(/\.[\p{L}\d]{1,8}$/u, "")
      .trim() || "digest"
  );
}
