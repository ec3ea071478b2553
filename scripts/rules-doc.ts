/** Writes src/programmes/README.md from the programmes' data: every rule in Swedish, with its source. A test fails when it is stale. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Programme, RuleSource } from '../src/domain/rules.ts';
import { dayInWords } from '../src/domain/swedish.ts';
import { PROGRAMMES } from '../src/programmes/index.ts';
import { versionInWords } from '../src/programmes/rules-in-words.ts';

export const RULES_DOC = join(import.meta.dirname, '..', 'src', 'programmes', 'README.md');

const cell = (text: string): string => text.replaceAll('|', '\\|');

function sourceCell({ text, assumption }: RuleSource): string {
  return cell(assumption ? `**Antagande.** ${text}` : text);
}

function versionSection(version: Programme['versions'][number]): string[] {
  if ('repealed' in version) {
    return [`### Upphävt från ${dayInWords(version.from)}`, '', sourceCell(version.source), ''];
  }
  const { rules, silent } = versionInWords(version);
  const rows = rules.map(({ path, heading, value, source, isChangeable }) => {
    const name = isChangeable ? `${heading} (\`${path}\`)` : heading;
    return `| ${name} | ${cell(value)} | ${sourceCell(source)} |`;
  });
  return [
    `### Gäller från ${dayInWords(version.from)}`,
    '',
    '| Regel | Värde | Källa |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(silent.length > 0
      ? [`Texten nämner inte följande, så programmet har ingen regel om det: ${silent.join('; ')}.`, '']
      : []),
  ];
}

function programmeSection(programme: Programme): string[] {
  const packages = programme.packages.map(
    ({ name, id, digitalSessions, criteria }) =>
      `- **${name}** (\`${id}\`)${digitalSessions.length > 0 ? `: träff ${digitalSessions.join(' och ')} live på nätet` : ''}. ${criteria.join(' ')}`,
  );
  const notes = programme
    .notes()
    .map(({ heading, text, source }) => `- **${heading}.** ${text} _${sourceCell(source)}_`);
  return [
    `## ${programme.region}: ${programme.name} (\`${programme.id}\`)`,
    '',
    ...(notes.length > 0 ? [...notes, ''] : []),
    ...(packages.length > 0 ? ['Paket:', '', ...packages, ''] : []),
    ...programme.versions.flatMap(versionSection),
  ];
}

/** The whole page. */
export function rulesDoc(programmes: readonly Programme[]): string {
  const lines = [
    '# Programmens regler',
    '',
    'Den här sidan skrivs av `npx tsx scripts/rules-doc.ts` ur programmens data. Ändra inte här.',
    '',
    'Varje värde har sin källa: var i programmets publicerade text det står, med våra egna ord. **Antagande** betyder att texten inte säger det',
    'och att produkten därför har ett förval. En regel med en kod inom parentes kan koordinatorn ändra i fliken Regler, från en dag som koordinatorn väljer.',
    'En omgång följer den version som gällde den dag då verksamheten antogs.',
    '',
    ...programmes.flatMap(programmeSection),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(RULES_DOC, rulesDoc(PROGRAMMES));
