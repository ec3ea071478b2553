/** Writes src/forms/README.md: every form with its questions, their ids and what they accept. Run by itself it brings the file up to date. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type FormDeclaration, formDeclarations, type Question } from '../src/forms/index.ts';
import { PROGRAMMES } from '../src/programmes/index.ts';

const escaped = (text: string): string => text.replace(/\|/g, '\\|');

function accepts(question: Question): string {
  if (question.options)
    return question.options.map((option) => `\`${option.code}\` ${escaped(option.label)}`).join(' · ');
  if (question.range) return `${question.range.min}–${question.range.max}`;
  return '';
}

function table(form: FormDeclaration): string {
  const rows = form.sections.flatMap((section) =>
    section.questions.map(
      (question) =>
        `| \`${question.id}\` | ${escaped(question.title)} | ${question.type} | ${question.required ? 'yes' : ''} | ${accepts(question)} |`,
    ),
  );
  return ['| id | question | type | mandatory | accepts |', '|---|---|---|---|---|', ...rows].join('\n');
}

function section(form: FormDeclaration): string {
  const place =
    form.destination === 'workbook'
      ? 'Answers go to the workbook.'
      : 'No destination: only the fact, or the numbers by unit, reach the workbook.';
  return [`## \`${form.id}\` – ${form.title}`, '', place, '', table(form)].join('\n');
}

/** The text of the file. */
export function formsReadme(): string {
  const forms = formDeclarations({ programmes: PROGRAMMES, selfAssessment: true });
  return [
    '# The forms',
    '',
    'Made by `npx tsx scripts/forms-readme.ts` from the declarations in this folder; a test keeps it fresh.',
    '',
    'A scenario sets an answer by the id of its question: `{"interest": {"unit": "…", "answers": {"readiness": "talk-first"}}}`. An option may be',
    'given by its code or by its label, a yes or no by `yes` or `no`; `null` leaves the question empty. Ids never change; titles may be reworded.',
    '',
    forms.map(section).join('\n\n'),
    '',
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('../src/forms/README.md', import.meta.url), formsReadme());
}
