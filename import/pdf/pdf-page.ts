/** A run of text where a page has it, in points; `y` grows downwards. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What pdf.js gives for a run of text. */
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** Takes the runs of text from what pdf.js found on a page; what is turned or has no size is left aside. */
export function textsOf(items: readonly PdfItem[], pageHeight: number): PdfText[] {
  return items.flatMap(({ str, transform, width }) => {
    const [scale = 0, skew = 0, , height = 0, x = 0, y = 0] = transform;
    const isUpright = Math.abs(skew) < 0.01 && scale > 0;
    if (!isUpright || str.trim() === "" || height <= 0) return [];
    return [{ text: str, x, y: pageHeight - y, width, size: height }];
  });
}
