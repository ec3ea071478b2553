import { describe, expect, it } from 'vitest';
import { FIRST_TEMPLATES } from '../../src/app/first-rows.ts';
import { byUrgency, MAIL_KINDS, mailTraits } from '../../src/domain/mail-kinds.ts';
import { checkTemplate, composeMail, defaultText } from '../../src/messages/index.ts';
import {
  HBTQ_KLIVET,
  JAMTLAND_HARJEDALEN,
  PROGRAMMES,
  STOCKHOLM,
  VARMLAND,
  VASTERBOTTEN,
} from '../../src/programmes/index.ts';
import { day, held, occasion, person, round, staff } from '../domain/notices/story.ts';
import { causesOf, contextOf, mailOf, NO_LINKS, SETTINGS, situation, unitKinds } from './situations.ts';

const EVERY = PROGRAMMES.flatMap((programme) =>
  unitKinds(programme).map((kind) => [programme.id, kind, programme] as const),
);

/** What a reader of the HTML sees: no tags, entities read, one space. */
function seen(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  return body
    .replace(/<a [^>]*href="mailto:[^"]*"[^>]*>([^<]*)<\/a>/g, '$1')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, '$2: $1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

const words = (text: string): string =>
  text
    .replace(/^(=+|-{3,})$/gm, '')
    .replace(/^- /gm, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(EVERY)('in %s the mail "%s"', (_, kind, programme) => {
  const mail = mailOf(kind, programme);

  it('is of its kind, has a subject with the unit and says whom to ask', () => {
    expect(mail.kind).toBe(kind);
    expect(mail.kinds).toEqual([kind]);
    expect(mail.subject).toContain('Hälsocentralen Björken');
    expect(mail.subject.length).toBeLessThan(130);
    expect(mail.text).toContain(
      'Har du frågor? Kontakta Robin Berg, diplomering@example.org, 010-000\u00a000\u00a000.',
    );
  });

  it('has nothing left over from the template and no date in digits', () => {
    for (const text of [mail.subject, mail.text, mail.html.slice(mail.html.indexOf('<body'))]) {
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
      expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    }
    expect(mail.text).not.toMatch(/ {2}| [.,!?]|\.\.|\n\n\n/);
  });

  it('says the same in text and in HTML', () => {
    expect(seen(mail.html)).toBe(words(mail.text));
  });

  it('asks for one thing: at most one link looks like a button', () => {
    expect(mail.html.match(/class="button"/g)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('still makes sense where no links have been set', () => {
    const bare = mailOf(kind, programme, { links: NO_LINKS, diplomaAttached: false });
    expect(bare.text).not.toMatch(/https?:/);
    expect(bare.text).not.toMatch(/[{}]|: *\n\n[A-ZÅÄÖ]/);
    expect(bare.text.split('\n\n').length).toBeGreaterThan(4);
  });

  it('is the same each time it is put together', () => {
    expect(mailOf(kind, programme)).toEqual(mail);
  });
});

describe('the words of the programmes', () => {
  it.each([
    [VASTERBOTTEN, 'attendance-unreachable', 'Andra chansen'],
    [JAMTLAND_HARJEDALEN, 'attendance-unreachable', 'catch-up'],
    [HBTQ_KLIVET, 'plan-overdue', 'utvecklingsplanen'],
    [VARMLAND, 'plan-overdue', 'handlingsplanen'],
    [JAMTLAND_HARJEDALEN, 'certified', 'påfyllnad'],
    [STOCKHOLM, 'certified', 'Nio medarbetare har gått hela utbildningen och får personligt diplom'],
    [VARMLAND, 'admitted', 'alla fyra träffarna'],
    [HBTQ_KLIVET, 'admitted', 'Normino'],
  ] as const)('are used: $id', (programme, kind, expected) => {
    expect(mailOf(kind, programme).text).toContain(expected);
  });

  it('asks nobody in Hbtq-klivet to send in a plan', () => {
    for (const kind of ['plan-set', 'plan-due-soon', 'plan-overdue', 'plan-moved'] as const) {
      expect(mailOf(kind, HBTQ_KLIVET).text).not.toContain('Lämna in');
    }
  });
});

describe('what a mail says', () => {
  it('names the figures and what is missing when the attendance is not enough', () => {
    const { text } = mailOf('attendance-unreachable', VASTERBOTTEN);
    expect(text).toContain('7 av 10 har varit med på båda träffarna. 2 till behövs.');
    expect(text).toContain('- Hilding Ros');
  });

  it('names only those who have missed something while sessions are still to come', () => {
    const occasions = [held(1, '2025-10-06'), occasion(2, '2025-11-03')];
    const people = staff(10).map((one, index) => ({ ...one, attended: index < 8 ? 1 : 0 }));
    const early = { ...situation('attendance-unreachable', VASTERBOTTEN), today: day('2025-10-07') };
    const here = { ...early, facts: { ...early.facts, occasions, people } };
    const { text } = composeMail(causesOf(here, 'attendance-unreachable'), contextOf(here));
    expect(text).toContain(
      'Se till att minst en medarbetare gör Andra chansen, och att ingen fler missar de träffar som är kvar.',
    );
    expect(text).toContain('De här har missat något:\n\n- p09@example.org\n- p10@example.org\n');
  });

  it('does not count new members of staff among those who missed something', () => {
    const here = situation('attendance-unreachable', VASTERBOTTEN);
    const people = [...here.facts.people, person('ny', { name: 'Noa Ny', from: day('2025-11-01') })];
    const grown = { ...here, facts: { ...here.facts, people } };
    expect(composeMail(causesOf(grown, 'attendance-unreachable'), contextOf(grown)).text).not.toContain('Noa Ny');
  });

  it('offers no catch-up where none counts', () => {
    const [version] = VASTERBOTTEN.versions;
    if (version === undefined || 'repealed' in version || version.attendance === null) throw new Error('no rules');
    const strict = {
      ...VASTERBOTTEN,
      versions: [{ ...version, attendance: { ...version.attendance, catchUpCounts: false } }],
    };
    const { text } = mailOf('attendance-unreachable', strict);
    expect(text).toContain('Målet går inte längre att nå.');
    expect(text).toContain('Hör av dig till oss, så går vi igenom hur ni kan komma vidare.');
    expect(text).not.toContain('Här görs');
  });

  it('gives the plan its dates in words', () => {
    const { text, subject } = mailOf('plan-set', JAMTLAND_HARJEDALEN);
    expect(subject).toBe('Handlingsplanen ska vara klar senast måndag 26 januari 2026 – Hälsocentralen Björken');
    expect(text).toContain('Från måndag 29 december 2025 kan du lämna in handlingsplanen.');
  });

  it('names the earlier date of a plan that was moved', () => {
    const { text } = mailOf('plan-moved', JAMTLAND_HARJEDALEN);
    expect(text).toContain('ändrad till måndag 2 mars 2026');
    expect(text).toContain('Tidigare var det måndag 26 januari 2026.');
  });

  it('names the time that an occasion had before', () => {
    const { text, subject } = mailOf('occasion-moved', JAMTLAND_HARJEDALEN);
    expect(subject).toContain('Ny tid för träff 1');
    expect(text).toContain(
      'Träff 1: onsdag 8 oktober 2025 kl.\u00a009.00, Sal Björk, hus 3 (tidigare måndag 27 oktober 2025 kl.\u00a013.00)',
    );
  });

  it('says so when only the place is another', () => {
    const here = situation('occasion-moved', JAMTLAND_HARJEDALEN);
    const occasions = situation('occasion-set', JAMTLAND_HARJEDALEN).facts.occasions.map((one, index) =>
      index === 0 ? { ...one, place: 'Sal Gran' } : one,
    );
    const moved = { ...here, facts: { ...here.facts, occasions } };
    const mail = composeMail(causesOf(moved, 'occasion-moved'), contextOf(moved));
    expect(mail.subject).toContain('Ny plats för träff 1');
    expect(mail.text).toContain('Sal Gran (ny plats)');
  });

  it('says that an occasion is online', () => {
    const here = situation('occasion-set', VARMLAND);
    const facts = { ...here.facts, occasions: [occasion(1, '2025-10-06', { digital: true })] };
    const digital = { ...here, facts };
    expect(composeMail(causesOf(digital, 'occasion-set'), contextOf(digital)).text).toContain(
      'kl.\u00a013.00, digitalt',
    );
  });

  it('lists each occasion of a session that is offered more than once', () => {
    const here = situation('occasion-set', VARMLAND);
    const occasions = ['2025-10-06', '2025-10-08'].map((on, index) => occasion(1, on, { label: 'AB'.charAt(index) }));
    const several = { ...here, facts: { ...here.facts, occasions } };
    const { text, subject } = composeMail(causesOf(several, 'occasion-set'), contextOf(several));
    expect(subject).toContain('Tid för träff 1 – ');
    expect(text).toContain('- Träff 1 (tillfälle A): måndag 6 oktober 2025');
    expect(text).toContain('- Träff 1 (tillfälle B): onsdag 8 oktober 2025');
  });

  it.each([
    ['no-places', 'Skäl: inga lediga platser.'],
    ['Inga lediga platser', 'Skäl: inga lediga platser.'],
  ])('gives a reason from the list: %s', (decisionReason, expected) => {
    const here = situation('declined', VASTERBOTTEN);
    const declined = { ...here, facts: { ...here.facts, decisionReason } };
    expect(composeMail(causesOf(declined), contextOf(declined)).text).toContain(expected);
  });

  it.each(['other', 'Annat', 'Chefen är sjuk', ''])(
    'never gives a reason that somebody wrote freely: "%s"',
    (decisionReason) => {
      const here = situation('declined', VASTERBOTTEN);
      const declined = { ...here, facts: { ...here.facts, decisionReason } };
      expect(composeMail(causesOf(declined), contextOf(declined)).text).not.toContain('Skäl');
    },
  );

  it('says that the plan is complete, or which areas are missing', () => {
    expect(mailOf('plan-feedback', HBTQ_KLIVET).text).toContain('- arbetsmiljö');
    const here = situation('plan-feedback', HBTQ_KLIVET);
    const planAreas = ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'];
    const complete = { ...here, facts: { ...here.facts, planAreas } };
    const { text } = composeMail(causesOf(complete, 'plan-feedback'), contextOf(complete));
    expect(text).toContain('Planen tar upp alla områden: kunskap/kompetens, bemötande och arbetsmiljö.');
    expect(text).not.toContain('saknas');
  });

  it('says that the diploma is attached only when it is', () => {
    expect(mailOf('certified', VASTERBOTTEN).text).toContain('bifogat');
    expect(mailOf('certified', VASTERBOTTEN, { diplomaAttached: false }).text).not.toContain('bifogat');
  });

  it('gives persons their diplomas where the unit has none', () => {
    const facts = { ...situation('certified', STOCKHOLM).facts, diplomaOn: null, personDiplomaOn: day('2025-12-01') };
    const here = { ...situation('certified', STOCKHOLM), facts };
    const { subject, text } = composeMail(
      causesOf(here, 'certified'),
      contextOf(here, { diplomaAttached: false, personalDiplomas: 9 }),
    );
    expect(subject).toContain('Personliga diplom till era medarbetare');
    expect(text).toContain('med datumet måndag 1 december 2025. Verksamheten har inte fått något eget diplom.');
    expect(text).toContain('Diplomen är bifogade');
    expect(text).not.toMatch(/är nu diplomerad|Diplomet gäller/);
  });

  it('says by the rules that hold when the follow-ups of a diploma are', () => {
    const [version] = VASTERBOTTEN.versions;
    if (version === undefined || 'repealed' in version) throw new Error('no rules');
    expect(mailOf('certified', VASTERBOTTEN).text).toContain(
      '- Ni är med på uppföljningarna: den första efter 6 månader, därefter med 2 år emellan.',
    );
    const yearly = { ...VASTERBOTTEN, versions: [{ ...version, followUp: { first: 'P6M', every: 'P1Y' } as const }] };
    expect(mailOf('certified', yearly).text).toContain('därefter med 1 år emellan.');
    const once = { ...VASTERBOTTEN, versions: [{ ...version, followUp: { first: 'P6M', every: null } as const }] };
    expect(mailOf('certified', once).text).toContain('den första efter 6 månader.');
  });

  it('congratulates to a renewal as a renewal', () => {
    const here = situation('certified', JAMTLAND_HARJEDALEN);
    const people = here.facts.people.map((one) => ({ ...one, refresher: day('2028-09-01') }));
    const renewed = { ...here, facts: { ...here.facts, people }, today: day('2028-09-01') };
    const { subject, text } = composeMail(causesOf(renewed, 'certified'), contextOf(renewed));
    expect(subject).toContain('Ert diplom är förnyat');
    expect(text).toContain('från och med lördag 2 december 2028 till och med');
  });

  it('shows a person without a name by the address, and one without either by the id', () => {
    const { text } = mailOf('supplement', JAMTLAND_HARJEDALEN);
    expect(text).toContain('- Noa Ny');
    expect(text).toContain('- m-77');
  });

  it('shortens a long list of people', () => {
    const here = situation('attendance-unreachable', VASTERBOTTEN);
    const many = Array.from({ length: 40 }, (_, index) => ({
      ...here.facts.people[9],
      id: `x${index}`,
      email: `x${index}@example.org`,
      name: '',
    }));
    const facts = round(VASTERBOTTEN, {
      ...here.facts,
      people: [...here.facts.people, ...many] as typeof here.facts.people,
    });
    const crowd = { ...here, facts };
    expect(composeMail(causesOf(crowd, 'attendance-unreachable'), contextOf(crowd)).text).toContain('- och 23 till');
  });

  it('greets nobody by a name that is not known', () => {
    const here = situation('admitted', VASTERBOTTEN);
    const nameless = { ...here, facts: { ...here.facts, managerName: '' } };
    expect(composeMail(causesOf(nameless), contextOf(nameless)).text).toContain('\n\nHej!\n\n');
  });

  it('gives the contact’s address as a link, if it is an address', () => {
    expect(mailOf('admitted', VASTERBOTTEN).html).toContain('href="mailto:diplomering@example.org"');
    const settings = { ...SETTINGS, contactEmail: 'x@example.org,ond@example.org' };
    expect(mailOf('admitted', VASTERBOTTEN, { settings }).html).not.toContain('mailto:');
  });

  it('asks for an answer where the settings name nobody to contact', () => {
    const settings = { ...SETTINGS, contactName: '', contactEmail: '', contactPhone: '', office: '' };
    const { text } = mailOf('admitted', VASTERBOTTEN, { settings });
    expect(text).toContain('Har du frågor? Svara på det här mejlet.');
    expect(text).toContain('Vänliga hälsningar\nKoordinatorerna för diplomeringen');
  });
});

describe('several causes in one mail', () => {
  const here = situation('occasion-set', JAMTLAND_HARJEDALEN);
  const mail = composeMail(causesOf(here), contextOf(here));

  it('put the most urgent first, each with its heading, and are all named', () => {
    expect(mail.kind).toBe('admitted');
    expect(mail.kinds).toEqual(['admitted', 'occasion-set']);
    expect(mail.subject).toContain('Ni är antagna');
    expect(mail.text.indexOf('Tid för träff 1 och 2\n---')).toBeGreaterThan(mail.text.indexOf('antagen'));
    expect(mail.html.match(/<h1/g)).toHaveLength(1);
    expect(mail.html.match(/<h2/g)).toHaveLength(1);
  });

  it('do not say that times are to come when they are there', () => {
    expect(mail.text).not.toContain('Nästa steg är att vi bestämmer tider');
    expect(mailOf('admitted', JAMTLAND_HARJEDALEN).text).toContain('Nästa steg är att vi bestämmer tider');
  });

  it('greet and sign once', () => {
    expect(mail.text.match(/Hej Kim Ek!/g)).toHaveLength(1);
    expect(mail.text.match(/Vänliga hälsningar/g)).toHaveLength(1);
  });

  it('come in the same order whatever the order of the causes', () => {
    const [first, ...rest] = [...causesOf(here)].reverse();
    if (first === undefined) throw new Error('no cause');
    expect(composeMail([first, ...rest], contextOf(here)).text).toBe(mail.text);
  });

  it('are compared with what was told before, also when they are already on record as claimed', () => {
    const moved = situation('occasion-moved', JAMTLAND_HARJEDALEN);
    const causes = causesOf(moved, 'occasion-moved');
    const claimed = { ...moved, told: { ...moved.told, [causes[0].key]: moved.today } };
    expect(composeMail(causes, contextOf(claimed))).toEqual(composeMail(causes, contextOf(moved)));
  });
});

describe('hostile values', () => {
  const name = '<script>alert(1)</script> [klicka](https://ond.example.org) {{chef}} **x**\r\nBcc: a@example.org\u202e';
  const here = situation('occasion-set', JAMTLAND_HARJEDALEN);
  const facts = {
    ...here.facts,
    unit: name,
    managerName: name,
    occasions: here.facts.occasions.map((one) => ({ ...one, place: name })),
  };
  const hostile = { ...here, facts };
  const mail = composeMail(causesOf(hostile), contextOf(hostile));

  it('stay text in HTML: no tag, no link of their own', () => {
    expect(mail.html).not.toContain('<script');
    expect(mail.html).not.toMatch(/href="https:\/\/ond/);
    expect(mail.html).toContain('&lt;script&gt;');
    expect(mail.text).toContain('{{chef}}');
  });

  it('cannot start a header', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    for (const { content } of mail.attachments) expect(content).not.toMatch(/^Bcc:/m);
  });
});

describe('the kinds of mail', () => {
  it('have each an urgency of their own', () => {
    expect(new Set(MAIL_KINDS.map((kind) => mailTraits(kind).urgency)).size).toBe(MAIL_KINDS.length);
  });

  it('wait for the next morning where attendance, requirements, diploma or expiry is concerned', () => {
    const morning = MAIL_KINDS.filter((kind) => mailTraits(kind).timing === 'next-morning');
    expect(morning).toEqual([
      'attendance-met',
      'attendance-lost',
      'attendance-unreachable',
      'requirements-met',
      'certified',
      'completed',
      'supplement',
      'expiry-180',
      'expiry-90',
      'expiry-30',
      'expired',
    ]);
    expect(MAIL_KINDS.filter((kind) => mailTraits(kind).timing === 'at-once')).toEqual(['receipt']);
  });

  it('are sorted by urgency without doubles', () => {
    expect(byUrgency(['attendance-met', 'plan-overdue', 'attendance-met'])).toEqual(['plan-overdue', 'attendance-met']);
  });

  it('have a default text each that is without fault, for every programme that can send it', () => {
    const rows = FIRST_TEMPLATES.map((row) => ({ ...row, ...defaultText(row.kind, row.programme) }));
    for (const row of rows) expect(checkTemplate(row)).toEqual([]);
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect(MAIL_KINDS.filter((kind) => kind !== 'digest' && !kinds.has(kind))).toEqual([]);
    expect(rows.filter(({ kind }) => kind.startsWith('expir')).map(({ programme }) => programme)).toEqual(
      Array.from({ length: 4 }, () => 'jamtland-harjedalen'),
    );
  });
});
