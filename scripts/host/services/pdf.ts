import { blocksOfHtml, type TextBlock } from './html-text.ts';

/** A4 in points, and a margin of 2 cm. */
const PAGE = { width: 595, height: 842, margin: 57 };

/** Widths of Helvetica's characters 32 to 126 in thousandths of the size (Adobe's published font metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const character of text.normalize('NFD')) sum += WIDTHS[character.charCodeAt(0) - 32] ?? 0;
  return (sum * size) / 1000;
}

/** Characters of Windows-1252 that do not stand at their Unicode place. */
const WINDOWS: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
};

/** The text as a PDF string in Windows-1252; what the fonts of a PDF reader lack becomes `?`. */
function pdfString(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    const code = WINDOWS[character] ?? character.codePointAt(0) ?? 63;
    const byte = code > 255 ? 63 : code;
    out += byte < 32 || byte > 126 || '()\\'.includes(character) ? `\\${byte.toString(8).padStart(3, '0')}` : character;
  }
  return `(${out})`;
}

function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The drawing operators of each page. */
function layOut(blocks: readonly TextBlock[]): string[] {
  const pages: string[][] = [[]];
  let top = PAGE.height - PAGE.margin;
  const inner = PAGE.width - 2 * PAGE.margin;
  for (const block of blocks) {
    if (block.pageBreak && pages[pages.length - 1]?.length) {
      pages.push([]);
      top = PAGE.height - PAGE.margin;
    }
    top -= block.size * 0.4;
    for (const line of wrap(block.text, block.size, inner - block.indent)) {
      if (top - block.size < PAGE.margin) {
        pages.push([]);
        top = PAGE.height - PAGE.margin;
      }
      top -= block.size * 1.3;
      const free = inner - block.indent - widthOf(line, block.size);
      const left = PAGE.margin + block.indent + (block.centred ? Math.max(0, free / 2) : 0);
      const font = block.bold ? '/F2' : '/F1';
      pages[pages.length - 1]?.push(
        `BT ${font} ${block.size} Tf ${left.toFixed(2)} ${top.toFixed(2)} Td ${pdfString(line)} Tj ET`,
      );
    }
  }
  return pages.map((operators) => operators.join('\n'));
}

/** A PDF 1.4 file of these pages. It carries no date and no random id, so the same text gives the same bytes. */
function writePdf(pages: readonly string[]): Uint8Array {
  const pageNumber = (index: number) => 5 + index * 2;
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${pageNumber(index) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Plain text as a PDF on A4, a paragraph a line. */
export function textToPdf(text: string): Uint8Array {
  const lines = text.split(/\r?\n/);
  return writePdf(
    layOut(lines.map((line) => ({ text: line, size: 11, bold: false, centred: false, indent: 0, pageBreak: false }))),
  );
}

/** The text of an HTML page as a PDF on A4: headings, paragraphs, lists and table rows, without pictures or styles. */
export function htmlToPdf(html: string): Uint8Array {
  return writePdf(layOut(blocksOfHtml(html)));
}
