import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { type Programme, RULE_PATHS, ruleInForce } from '../../src/domain/rules.ts';
import { PROGRAMMES, readProgramme } from '../../src/programmes/index.ts';
import { day } from '../domain/builders.ts';
import { asData } from './as-data.ts';

describe.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))('the data of %s', (_, programme) => {
  test('passes the schema that any programme must pass, and comes out as it went in', () => {
    expect(asData(readProgramme(asData(programme)))).toEqual({ programme: asData(programme) });
  });

  test('has a source for every value', () => {
    for (const version of programme.versions) {
      if ('repealed' in version) continue;
      expect(Object.keys(version.sources()).sort()).toEqual([...RULE_PATHS].sort());
      for (const { text } of Object.values(version.sources())) expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/u);
    }
  });
});

test('the programmes have ids of their own', () => {
  expect(new Set(PROGRAMMES.map(({ id }) => id)).size).toBe(PROGRAMMES.length);
});

describe('the version in force', () => {
  const [whole] = PROGRAMMES;
  const first = whole?.versions[0];
  if (whole === undefined || first === undefined || 'repealed' in first) throw new Error('No programme');
  const source = { text: 'Beslut.', assumption: false };
  const programme: Programme = {
    ...whole,
    versions: [
      { ...first, from: day('2020-01-01') },
      { ...first, from: day('2023-01-01'), sessions: 3 },
      { from: day('2025-01-01'), repealed: true, source },
      { ...first, from: day('2026-01-01'), sessions: 5 },
    ],
  };

  test.each([
    ['2019-12-31', null],
    ['2020-01-01', 4],
    ['2022-12-31', 4],
    ['2023-01-01', 3],
    ['2024-12-31', 3],
    ['2025-01-01', null],
    ['2025-12-31', null],
    ['2026-01-01', 5],
    ['2099-12-31', 5],
  ])('on %s has %s sessions, where null means that no rule is in force', (on, sessions) => {
    const rules = ruleInForce(programme, day(on));
    if ('noRuleInForce' in rules) {
      expect([sessions, rules.noRuleInForce.programme, formatDay(rules.noRuleInForce.on)]).toEqual([
        null,
        whole.id,
        on,
      ]);
    } else expect(rules.sessions).toBe(sessions);
  });
});

/** A part of the data changed or, with `undefined`, left out. */
function changed(data: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((item, index) => (index === key ? changed(item, rest, value) : item));
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const next = changed(entries.find(([name]) => name === key)?.[1], rest, value);
  const others = entries.filter(([name]) => name !== key);
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
}

function expectFault(data: unknown, place: string, text: string): void {
  const result = readProgramme(data);
  const faults = 'faults' in result ? result.faults : [];
  expect(faults.map((fault) => fault.path)).toContain(place);
  expect(faults.find((fault) => fault.path === place)?.text).toContain(text);
}

describe('data that cannot be right is refused, with its place and a Swedish sentence', () => {
  const right: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, 'data', 'regioner-i-samverkan.json'), 'utf8'),
  );
  const V = ['versions', 0] as const;

  test.each([
    [
      'a share in words',
      [...V, 'attendance', 'share'],
      '95 procent',
      'versions.0.attendance.share',
      'Andelen kan inte läsas: ”95 procent”',
    ],
    [
      'a share above all',
      [...V, 'attendance', 'share'],
      '101 %',
      'versions.0.attendance.share',
      'Skriv till exempel 95',
    ],
    [
      'a share of nothing',
      [...V, 'attendance', 'share'],
      '0 %',
      'versions.0.attendance.share',
      'Andelen kan inte läsas',
    ],
    ['a day that does not exist', [...V, 'from'], '2023-02-29', 'versions.0.from', 'Dagen finns inte'],
    ['a duration in words', [...V, 'validity'], 'evigt', 'versions.0.validity', 'Tiden kan inte läsas'],
    ['a duration of nothing', [...V, 'validity'], 'P0Y', 'versions.0.validity', 'Tiden kan inte läsas'],
    ['an unknown count', [...V, 'attendance', 'count'], 'some', 'versions.0.attendance.count', 'same-people'],
    ['a value too many', [...V, 'extra'], 1, 'versions.0.extra', "Okänt namn: 'extra'"],
    ['a value too few', [...V, 'course'], undefined, 'versions.0.course', 'true eller false'],
    ['a source too few', [...V, 'sources', 'plan'], undefined, 'versions.0.sources.plan', 'saknas'],
    ['sessions that are not whole', [...V, 'sessions'], 2.5, 'versions.0.sessions', 'heltal'],
    ['more sessions than can be kept', [...V, 'sessions'], 31, 'versions.0.sessions', 'heltal'],
    ['attendance without sessions', [...V, 'sessions'], 0, 'versions.0.sessions', 'träffar'],
    [
      'a group whose least is its most',
      [...V, 'group'],
      { least: 5, most: 3, withManager: true },
      'versions.0.group',
      'minsta antal',
    ],
    [
      'a plan that opens after its end',
      [...V, 'plan'],
      { opens: 'P13W', due: 'P12W', areas: [] },
      'versions.0.plan.opens',
      'öppna',
    ],
    [
      'a plan that opens and never ends',
      [...V, 'plan'],
      { opens: 'P8W', due: null, areas: [] },
      'versions.0.plan.opens',
      'ingen sista dag',
    ],
    ['versions out of order', ['versions', 1, 'from'], '2019-01-01', 'versions.1.from', 'tidsordning'],
    ['no version at all', ['versions'], [], 'versions', 'Minst en version'],
    ['an id with capitals', ['id'], 'Region X', 'id', 'små bokstäver'],
    ['an empty name', ['name'], '', 'name', 'tom'],
    ['no words', ['words'], undefined, 'words', 'saknas'],
  ] as const)('%s', (_, path, value, place, text) => {
    expectFault(changed(right, path, value), place, text);
  });

  test('a presentation of no plan', () => {
    const data = changed(changed(right, [...V, 'plan'], null), [...V, 'presentation'], true);
    expectFault(data, 'versions.0.presentation', 'slutpresentation');
  });

  test.each([null, 'text', 7, [], {}])('%j is no programme', (data) =>
    expect(readProgramme(data)).toHaveProperty('faults'),
  );
});
