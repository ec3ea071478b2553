import { describe, expect, it } from 'vitest';
import { htmlToPdf, textToPdf } from '../../../scripts/host/services/pdf.ts';

// The shape of a PDF file: ISO 32000-1, 7.5 (file structure) and 7.8 (content streams).

const read = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a PDF', () => {
  const file = read(htmlToPdf(`<h1>Diplom</h1><p>Åsö (”ja” – 5 €)\\</p>${'<p>rad</p>'.repeat(60)}`));

  it('has a table of objects that points at each of them', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    expect(file.slice(start, start + 4)).toBe('xref');
    const offsets = [...file.matchAll(/(\d{10}) 00000 n /g)].map(([, offset]) => Number(offset));
    const found = offsets.map((offset, index) => file.startsWith(`${index + 1} 0 obj`, offset));
    expect(found).toEqual(offsets.map(() => true));
    expect(/\/Size (\d+)/.exec(file)?.[1]).toBe(String(offsets.length + 1));
  });

  it('tells the length of each stream', () => {
    for (const match of file.matchAll(/\/Length (\d+) >>\nstream\n/g)) {
      const end = match.index + match[0].length + Number(match[1]);
      expect(file.slice(end, end + 10)).toBe('\nendstream');
    }
  });

  it('breaks what is too long over pages', () => {
    expect(file.match(/\/Type \/Page /g)).toHaveLength(2);
    expect(file).toContain('/Count 2');
  });

  it('writes Swedish letters, quotes, dashes and brackets so that readers show them', () => {
    expect(file).toContain(String.raw`(\305s\366 \050\224ja\224 \226 5 \200\051\134) Tj`);
  });

  it('is the same for the same text', () => {
    expect(read(textToPdf('a\nb'))).toBe(read(textToPdf('a\nb')));
  });

  it('leaves out scripts, styles and comments, and starts a page where the page says so', () => {
    const made = read(
      htmlToPdf('<style>p{}</style><!-- x --><p>ett &amp; tv&aring;</p><h2 style="page-break-before: always">tre</h2>'),
    );
    expect([...made.matchAll(/\(([^)]*)\) Tj/g)].map(([, text]) => text)).toEqual(['ett & tv\\345', 'tre']);
    expect(made).toContain('/Count 2');
  });
});
