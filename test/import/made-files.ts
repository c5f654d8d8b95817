import { strToU8, zipSync } from "fflate";
import { PDFDocument, StandardFonts } from "pdf-lib";

/** A paragraph of a Word document: its text, and its style or a table row's cells. */
export interface WordParagraph {
  readonly text: string;
  readonly style?: "Title" | "Heading1" | "Heading2" | "ListParagraph";
  readonly isBold?: boolean;
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Builds a .docx as Word writes it, with the parts that a reader needs. */
export function makeWord(body: string, more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const styles = ["Title", "heading 1", "heading 2"]
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(/ /gu, "").replace(/^h/u, "H")}"><w:name w:val="${name}"/></w:style>`,
    )
    .join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "word/styles.xml": strToU8(`<?xml version="1.0"?><w:styles ${WORD}>${styles}</w:styles>`),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    ...more,
  });
}

/** A paragraph in WordprocessingML; a text may be cut into several runs, as Word cuts it. */
export function wordParagraph({ text, style, isBold = false }: WordParagraph): string {
  const properties = style === undefined ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const half = Math.floor(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].map(
    (run) =>
      `<w:r>${isBold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${run.replaceAll("&", "&amp;")}</w:t></w:r>`,
  );
  return `<w:p>${properties}${runs.join("")}</w:p>`;
}

/** A line of a page, in points from its upper left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly isBold?: boolean;
}

/** Builds a PDF of A4 pages, each line where it is said to be. */
export async function makePdf(pages: readonly (readonly PdfLine[])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts = [
    await document.embedFont(StandardFonts.Helvetica),
    await document.embedFont(StandardFonts.HelveticaBold),
  ];
  for (const lines of pages) {
    const page = document.addPage([595, 842]);
    for (const { text, x, y, size = 10, isBold = false } of lines)
      page.drawText(text, { x, y: 842 - y, size, font: fonts[isBold ? 1 : 0]! });
  }
  return document.save();
}

/** Sets text in a column: lines of at most so many characters, 13 points apart. */
export function setColumn(text: string, x: number, top: number, characters: number): PdfLine[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line.length + 1 + word.length > characters) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line, i) => ({ text: line, x, y: top + i * 13 }));
}

/** Builds a PDF that opens with a password only. */
export function makeEncryptedPdf(): Uint8Array {
  const key = "ab".repeat(32);
  const encrypted = `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${key}> /U <${key}> >>`;
  return pdfOf([CATALOG, PAGES, PAGE, encrypted], `/Encrypt 4 0 R /ID [<${key}> <${key}>]`);
}

/** Builds a PDF with a line of text in a Chinese font that it only names, in GBK as old programs write it. */
export function makeChinesePdf(gbk: string): Uint8Array {
  const stream = `BT /F1 12 Tf 50 700 Td <${gbk}> Tj ET`;
  return pdfOf([
    CATALOG,
    PAGES,
    PAGE.replace(">>", "/Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"),
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /FontDescriptor 7 0 R /DW 1000 " +
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 " +
      "/Descent -140 /CapHeight 700 /StemV 80 >>",
  ]);
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

/** Numbers objects from 1 and writes them with their table. */
function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  const size = objects.length + 1;
  let text = "%PDF-1.4\n";
  const entries = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return strToU8(text + table + end);
}
