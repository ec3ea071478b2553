import { describe, expect, it } from 'vitest';
import { errorOf, valueIn } from '../script.ts';

// reference/spreadsheet/OverGridImage.md; Sheet.md insertImage (column before row).

/** Headers of pictures of 3 by 2 pixels, as Utilities.newBlob takes them. */
const PICTURES = {
  png: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 3, 0, 0, 0, 2],
  gif: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 3, 0, 2, 0],
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1],
};

function setUp(type: keyof typeof PICTURES): string {
  return `const ss = SpreadsheetApp.getActiveSpreadsheet(); const sheet = ss.getActiveSheet();
    const blob = Utilities.newBlob([${PICTURES[type].map((byte) => (byte > 127 ? byte - 256 : byte))}], 'image/${type}', 'bild');`;
}

describe('pictures over the grid', () => {
  it.each(['png', 'gif', 'jpeg'] as const)('of the type %s have their own size', (type) => {
    expect(
      valueIn(`${setUp(type)} const image = sheet.insertImage(blob, 2, 3, 10, 20).setWidth(30).setHeight(20);
        const grown = [image.getWidth(), image.getHeight(), image.getInherentWidth(), image.getInherentHeight()];
        image.resetSize();
        return [grown, image.getWidth(), image.getHeight(), image.getAnchorCell().getA1Notation(), image.getAnchorCellXOffset(), image.getAnchorCellYOffset()]`),
    ).toEqual([[30, 20, 3, 2], 3, 2, 'B3', 10, 20]);
  });

  it('follow their cell, are listed, described and removed', () => {
    expect(
      valueIn(`${setUp('png')} sheet.insertImage(blob, 1, 2).setAltTextTitle('Regnbåge').assignScript('klick');
        sheet.insertRowBefore(1);
        const [image] = ss.getImages();
        const found = [image.getAnchorCell().getA1Notation(), image.getAltTextTitle(), image.getScript(), image.getUrl(), image.getSheet().getName()];
        image.setAnchorCell(sheet.getRange('D4')).remove();
        return [found, sheet.getImages().length]`),
    ).toEqual([['A3', 'Regnbåge', 'klick', '', 'Blad1'], 0]);
  });

  it('refuse what is no picture, and say nothing more once they are removed', () => {
    expect(errorOf(`${setUp('png')} sheet.insertImage(Utilities.newBlob('text', 'image/png'), 1, 1)`)).toBe(
      'Exception: The blob is not an image that can be inserted.',
    );
    expect(
      errorOf(`${setUp('png')} const image = sheet.insertImage(blob, 1, 1); image.remove(); image.getWidth()`),
    ).toBe('Exception: The image has been removed.');
  });

  it('stay when the workbook is copied', () => {
    expect(
      valueIn(`${setUp('png')} sheet.insertImage('https://example.org/logga.png', 1, 1);
        return SpreadsheetApp.openById(ss.copy('Kopia').getId()).getImages().map((image) => image.getUrl())`),
    ).toEqual(['https://example.org/logga.png']);
  });
});
