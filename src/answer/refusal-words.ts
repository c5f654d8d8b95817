import type { Language } from "../text/script.ts";
import type { Missing } from "./reply.ts";

/** Says what is missing, in the reply's language. */
export function reasonWords(missing: Missing, language: Language): string {
  const zh = language === "zh";
  switch (missing.kind) {
    case "empty":
      return zh ? "请输入一个问题，例如“上半年跨境电商出口多少？”" : "Please type a question about the digest.";
    case "unchecked":
      return zh
        ? "现在没能查完整份摘要，请稍后再问一次。"
        : "I couldn't check the whole digest just now; please ask again in a moment.";
    case "tooLong":
      return zh ? "问题太长了，请用一两句话来问。" : "That question is too long; please ask in a sentence or two.";
    case "issue":
      return zh ? `没有“${missing.words}”这一期摘要。` : `There is no such issue: “${missing.words}”.`;
    case "period":
      return zh ? `摘要里没有“${missing.words}”的这项内容。` : `The digest has nothing on this for “${missing.words}”.`;
    case "subject":
      return zh
        ? `摘要里没有提到与此相关的“${missing.words}”。`
        : `The digest says nothing about “${missing.words}” here.`;
    case "metric":
      return zh
        ? `摘要里没有说到“${missing.words}”。`
        : `The digest doesn't say anything about “${missing.words}” here.`;
    case "type":
      return zh
        ? "摘要里谈到了这件事，但没有这个问题的答案。"
        : "The digest touches on this, but doesn't answer the question.";
    default:
      return zh ? "摘要里没有相关内容。" : "The digest has nothing about this.";
  }
}
