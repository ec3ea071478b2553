import { edited, remarksOf } from './program.ts';

const SOURCE = /^ src\/(.+)\.ts$/;

/**
 * The code without the remarks that esbuild keeps: a few inside functions, and those for a bundler, which nobody will run again. They stand
 * in the sources. Which source below src/ a part comes from is still said.
 */
export function withoutRemarks(code: string): string {
  const edits = remarksOf(code).map(({ text, start, end }) => {
    const source = SOURCE.exec(text)?.[1];
    if (source !== undefined) return { start, end, text: `// ${source}` };
    const line = code.lastIndexOf('\n', start) + 1;
    const alone = code.slice(line, start).trim() === '' && code[end] === '\n';
    return alone
      ? { start: line, end: end + 1, text: '' }
      : { start, end: code[end] === ' ' ? end + 1 : end, text: '' };
  });
  return edited(code, edits);
}
