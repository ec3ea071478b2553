import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formsReadme } from '../../scripts/forms-readme.ts';
import { type FormDeclaration, formDeclarations, questionsOf } from '../../src/forms/index.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';

const FORMS = formDeclarations({ programmes: PROGRAMMES, selfAssessment: true });
const cases = FORMS.map((form): [string, FormDeclaration] => [form.id, form]);

describe('every form', () => {
  it('has an id of its own, and every programme an interest form', () => {
    expect(new Set(FORMS.map((form) => form.id)).size).toBe(FORMS.length);
    for (const programme of PROGRAMMES) expect(FORMS.map((form) => form.id)).toContain(`interest:${programme.id}`);
  });

  it.each(cases)('%s has questions with ids and titles of their own', (_, form) => {
    const questions = questionsOf(form);
    expect(new Set(questions.map((question) => question.id)).size).toBe(questions.length);
    expect(new Set(questions.map((question) => question.title)).size).toBe(questions.length);
    expect(new Set(form.sections.map((section) => section.id)).size).toBe(form.sections.length);
  });

  it.each(cases)('%s offers choices where there is something to choose', (_, form) => {
    for (const question of questionsOf(form)) {
      const choosable = question.type === 'choice' || question.type === 'dropdown' || question.type === 'checkboxes';
      expect((question.options?.length ?? 0) > 1, question.id).toBe(choosable);
      expect(new Set(question.options?.map((option) => option.label)).size, question.id).toBe(
        question.options?.length ?? 0,
      );
    }
  });

  it.each(cases)('%s leads only to sections that it has, and to each of them', (_, form) => {
    const known = new Set([...form.sections.map((section) => section.id), 'submit']);
    const reached = new Set<string>([form.sections[0]?.id ?? '']);
    for (const [index, section] of form.sections.entries()) {
      const ways = section.questions.flatMap((question) =>
        (question.options ?? []).flatMap((option) => (option.goTo === undefined ? [] : [option.goTo])),
      );
      if (section.next !== undefined) ways.push(section.next);
      for (const way of ways) expect(known, way).toContain(way);
      if (reached.has(section.id)) for (const way of ways) reached.add(way);
      const following = form.sections[index + 1];
      if (reached.has(section.id) && ways.length === 0 && following) reached.add(following.id);
    }
    for (const section of form.sections) expect(reached, section.id).toContain(section.id);
  });

  it('keeps reflections and surveys out of the workbook', () => {
    const without = FORMS.filter((form) => form.destination === 'none').map((form) => form.id);
    expect(without).toEqual(['reflection', 'survey', 'self-assessment']);
  });

  it.each(cases)('%s asks about nobody’s orientation, identity or health', (_, form) => {
    for (const question of questionsOf(form)) {
      expect(`${question.title} ${question.options?.map((option) => option.label).join(' ') ?? ''}`).not.toMatch(
        /läggning|könsidentitet|diagnos|sjukdom/i,
      );
    }
  });

  it('offers the self-assessment only where the region has asked for it, and the development plan only with its programme', () => {
    const ids = formDeclarations({
      programmes: [{ id: 'rfsl', name: 'RFSL-certifiering' }],
      selfAssessment: false,
    }).map((form) => form.id);
    expect(ids).toEqual(['interest:rfsl', 'staff-change', 'reflection', 'plan', 'survey']);
  });

  it('is described in the README as it is', () => {
    expect(readFileSync(new URL('../../src/forms/README.md', import.meta.url), 'utf8')).toBe(formsReadme());
  });
});
