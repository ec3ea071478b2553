import { describe, expect, it } from 'vitest';
import { visitForm, visitResponse } from '../../../scripts/host/services/form/door.ts';
import { workbooksOf } from '../../../scripts/host/services/spreadsheet/store.ts';
import { displayAt } from '../../../scripts/host/sheet/display.ts';
import { hostOf } from '../script.ts';
import { errorOfMain, makeEngine, valueOfMain } from './run.ts';

// Sources: developers.google.com/apps-script/reference/forms (one page per class) unless a line says otherwise.

describe('FormApp', () => {
  it('creates a form whose title is not the name of its file (issue tracker 442747794)', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('Anmälan');
        return [form.getTitle(), form.toString(), typeof form.getId(), FormApp.openById(form.getId()).getId() === form.getId(),
          FormApp.openByUrl(form.getEditUrl()).getId() === form.getId(), form.getPublishedUrl().endsWith('/viewform')];
      }`),
    ).toEqual(['', 'Form', 'string', true, true, true]);
  });

  it.each([
    ['an empty title', `FormApp.create('')`, 'Invalid argument: title'],
    [
      'an unknown id',
      `FormApp.openById('x')`,
      'No item with the given ID could be found, or you do not have permission to access it.',
    ],
    ['a link that is no form’s', `FormApp.openByUrl('http://invalid.url/')`, 'Invalid argument: url'],
    ['no title at all', `FormApp.create()`, "The parameters () don't match the method signature for FormApp.create."],
    [
      'a destination that is not set',
      `FormApp.create('x').getDestinationId()`,
      'The form currently has no response destination.',
    ],
    [
      'the wrong conversion',
      `{ const f = FormApp.create('x'); f.addTextItem(); f.getItems()[0].asListItem(); }`,
      'Invalid conversion for item type: TEXT',
    ],
    [
      'choices that are equal',
      `FormApp.create('x').addListItem().setChoiceValues(['a', 'a'])`,
      'Invalid data updating form.',
    ],
    ['no choices', `FormApp.create('x').addListItem().setChoiceValues([])`, 'Array is empty: choices'],
    [
      'a pattern that RE2 lacks',
      `FormApp.createTextValidation().requireTextMatchesPattern('(?=a)')`,
      'Invalid regular expression pattern: (?=a)',
    ],
  ])('refuses %s', (_, code, message) => {
    expect(errorOfMain(`function main() { ${code} }`)).toBe(message);
  });

  it('needs authority', () => {
    const { engine } = makeEngine(`function onEdit() { FormApp.openById('x'); }`);
    const { error } = engine.run(
      { entry: 'onEdit', kind: 'simple', authMode: 'LIMITED', effectiveUser: '', activeUser: '', ui: null },
      { args: () => [] },
    );
    expect(error?.message).toBe(
      'You do not have permission to call FormApp.openById. Required permissions: https://www.googleapis.com/auth/forms',
    );
  });

  it.each([
    ['the day before', Date.UTC(2026, 5, 30, 12), true],
    ['the first day', Date.UTC(2026, 6, 1, 0), false],
    ['the day after', Date.UTC(2026, 6, 2, 12), false],
  ])('publishes a new form by itself only before the day that a switch may name: %s', (_, now, published) => {
    const code = `function main() { const form = FormApp.create('x'); return [form.isPublished(), form.isAcceptingResponses()]; }`;
    const switches = { formsUnpublishedFrom: '2026-07-01' };
    expect(makeEngine(code, { now, switches }).run('main').value).toEqual([published, published]);
    expect(makeEngine(code, { now }).run('main').value).toEqual([true, true]);
  });

  it('publishes as it is told', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x', false);
        const before = [form.isPublished(), form.isAcceptingResponses()];
        form.setPublished(true);
        return [before, form.isPublished(), form.isAcceptingResponses(), form.setAcceptingResponses(false).isPublished()];
      }`),
    ).toEqual([[false, false], true, true, true]);
  });
});

describe('items', () => {
  it('start as documented and observed: not required, one empty choice, ids that are numbers', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const box = form.addCheckboxItem();
        return [box.toString(), box.getIndex(), typeof box.getId(), box.isRequired(), box.getChoices().map(c => c.getValue()),
          box.getType() === FormApp.ItemType.CHECKBOX, String(box.getType()), box.hasOtherOption(), box.getPoints()];
      }`),
    ).toEqual(['CheckboxItem', 0, 'number', false, [''], true, 'CHECKBOX', false, 0]);
  });

  it('of every kind can be added, found again and named', () => {
    const kinds = [
      'CheckboxGrid',
      'Checkbox',
      'Date',
      'DateTime',
      'Duration',
      'Grid',
      'Image',
      'List',
      'MultipleChoice',
      'PageBreak',
      'ParagraphText',
      'Rating',
      'Scale',
      'SectionHeader',
      'Text',
      'Time',
      'Video',
    ];
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const kinds = ${JSON.stringify(kinds)};
        kinds.forEach(kind => form['add' + kind + 'Item']().setTitle(kind).setHelpText('h' + kind));
        return form.getItems().map((item, i) => {
          const same = item['as' + kinds[i] + 'Item']();
          return [same.toString(), same.getTitle(), item.getHelpText(), form.getItemById(item.getId()).getIndex()];
        });
      }`),
    ).toEqual(kinds.map((kind, index) => [`${kind}Item`, kind, `h${kind}`, index]));
  });

  it('are filtered by type, moved, copied and deleted', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const a = form.addTextItem().setTitle('a');
        form.addListItem().setTitle('b');
        form.addTextItem().setTitle('c');
        const titles = () => form.getItems().map(i => i.getTitle()).join('');
        const steps = [form.getItems(FormApp.ItemType.TEXT).length, titles()];
        form.moveItem(0, 2); steps.push(titles());
        form.moveItem(a, 0); steps.push(titles());
        a.duplicate(); steps.push(titles());
        form.deleteItem(1); steps.push(titles());
        form.deleteItem(a); steps.push(titles(), form.getItemById(a.getId()));
        return steps;
      }`),
    ).toEqual([2, 'abc', 'bca', 'abc', 'abca', 'aca', 'ca', null]);
  });

  it('lead to pages by choices and page breaks', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const list = form.addListItem();
        const page = form.addPageBreakItem().setTitle('Sida 2');
        const last = form.addPageBreakItem();
        list.setChoices([list.createChoice('Ja', page), list.createChoice('Nej', FormApp.PageNavigationType.SUBMIT)]);
        const before = page.getPageNavigationType();
        last.setGoToPage(FormApp.PageNavigationType.SUBMIT);
        page.setGoToPage(last);
        const choices = list.getChoices();
        return [String(before), String(last.getPageNavigationType()), page.getGoToPage().getId() === last.getId(),
          choices.map(c => String(c.getPageNavigationType())), choices[0].getGotoPage().getTitle(), choices[1].getGotoPage(),
          typeof choices[0].getGoToPage];
      }`),
    ).toEqual(['CONTINUE', 'SUBMIT', true, ['GO_TO_PAGE', 'SUBMIT'], 'Sida 2', null, 'undefined']);
  });

  it('keep bounds, labels, rows, columns and ratings within the documented limits', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const scale = form.addScaleItem();
        const grid = form.addGridItem().setRows(['r']).setColumns(['k', 'l']);
        const refused = [() => scale.setBounds(2, 5), () => scale.setBounds(1, 11), () => scale.setBounds(1, 2),
          () => form.addRatingItem().setRatingScaleLevel(11)].map(act => { try { act(); return 'ok'; } catch (e) { return e.message; } });
        const first = [scale.getLowerBound(), scale.getUpperBound()];
        scale.setBounds(0, 10).setLabels('Inte alls', 'Helt');
        return [first, scale.getLowerBound(), scale.getUpperBound(), scale.getLeftLabel(), scale.getRightLabel(), grid.getRows(),
          grid.getColumns(), refused, form.addRatingItem().getRatingScaleLevel()];
      }`),
    ).toEqual([
      [1, 5],
      0,
      10,
      'Inte alls',
      'Helt',
      ['r'],
      ['k', 'l'],
      [
        'Invalid argument: lower',
        'Invalid argument: upper',
        'Invalid argument: upper',
        'Invalid argument: ratingScaleLevel',
      ],
      3,
    ]);
  });
});

describe('responses made by a script', () => {
  it('are texts and lists of the documented shapes', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const box = form.addCheckboxItem().setChoiceValues(['Röd', 'Blå']);
        return [
          form.addTextItem().createResponse('A B'), box.createResponse(['Röd', 'Blå']), form.addScaleItem().createResponse(4),
          form.addGridItem().setRows(['1', '2']).setColumns(['A', 'B']).createResponse(['A', 'B']),
          form.addGridItem().setRows(['1', '2']).setColumns(['A', 'B']).createResponse(['A', null]),
          form.addCheckboxGridItem().setRows(['1', '2']).setColumns(['A', 'B']).createResponse([null, ['B']]),
          form.addCheckboxGridItem().setRows(['1', '2']).setColumns(['A', 'B']).createResponse([['A'], ['A', 'B']]),
          form.addDateItem().createResponse(new Date(2000, 0, 1)), form.addDateTimeItem().createResponse(new Date(2024, 4, 20, 14, 30)),
          form.addTimeItem().createResponse(7, 45), form.addDurationItem().createResponse(1, 2, 3),
        ].map(response => response.getResponse());
      }`),
    ).toEqual([
      'A B',
      ['Röd', 'Blå'],
      '4',
      ['A', 'B'],
      ['A', null],
      [null, ['B']],
      [['A'], ['A', 'B']],
      '2000-01-01',
      '2024-05-20 14:30',
      '07:45',
      '01:02:03',
    ]);
  });

  it('cannot name a choice that does not exist, unless there is "other"', () => {
    expect(
      errorOfMain(`function main() { FormApp.create('x').addListItem().setChoiceValues(['a']).createResponse('b'); }`),
    ).toBe('Invalid response submitted to item: b.');
    expect(
      valueOfMain(`function main() {
        return FormApp.create('x').addMultipleChoiceItem().setChoiceValues(['a']).showOtherOption(true).createResponse('b').getResponse();
      }`),
    ).toBe('b');
  });

  it('have no id, time or address before they are sent, and are sent once', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        const name = form.addTextItem().setTitle('Namn');
        const draft = form.createResponse().withItemResponse(name.createResponse('Bo'));
        const before = [draft.getId(), draft.getTimestamp(), draft.getRespondentEmail(), draft.getEditResponseUrl()];
        const sent = draft.submit();
        let again; try { draft.submit(); } catch (e) { again = e.message; }
        return [before, typeof sent.getId(), sent.getTimestamp().getTime(), sent.getRespondentEmail(), again, form.getResponses().length,
          form.getResponse(sent.getId()).getResponseForItem(name).getResponse(), sent.getEditResponseUrl().includes('edit2=')];
      }`),
    ).toEqual([
      [null, null, null, null],
      'string',
      Date.UTC(2025, 8, 1, 6),
      '',
      'This response has already been submitted.',
      1,
      'Bo',
      true,
    ]);
  });

  it('give "" for unanswered texts, dates and times and leave other questions out', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('x');
        form.addTextItem(); form.addParagraphTextItem(); form.addDateItem(); form.addTimeItem();
        form.addListItem(); form.addCheckboxItem(); form.addScaleItem(); form.addGridItem(); form.addSectionHeaderItem();
        return form.createResponse().submit().getItemResponses().map(r => [String(r.getItem().getType()), r.getResponse()]);
      }`),
    ).toEqual([
      ['TEXT', ''],
      ['PARAGRAPH_TEXT', ''],
      ['DATE', ''],
      ['TIME', ''],
    ]);
  });

  it('are listed from a moment on', () => {
    const { world, run } = makeEngine(`
      function make() { return FormApp.create('x').getId(); }
      function count(id, since) { return FormApp.openById(id).getResponses(since).length; }`);
    const id = String(run('make').value);
    visitForm(world, id, {});
    world.now += 1000;
    visitForm(world, id, {});
    const counts = [-1, 0, 999, 1000].map((offset) => run('count', id, new Date(world.now - 1000 + offset)).value);
    expect(counts).toEqual([2, 1, 1, 0]);
  });
});

describe('a form bound to a workbook', () => {
  const CODE = `
    function setup() {
      const form = FormApp.create('Anmälan').setTitle('Anmälan').setAllowResponseEdits(true);
      form.addTextItem().setTitle('Namn').setRequired(true);
      form.addTextItem().setTitle('Antal').setValidation(FormApp.createTextValidation().requireWholeNumber().setHelpText('Skriv ett heltal').build());
      form.addDateItem().setTitle('Dag');
      form.setDestination(FormApp.DestinationType.SPREADSHEET, '${'%ID%'}');
      return [form.getDestinationId(), String(form.getDestinationType())];
    }
    function later() { FormApp.openByUrl(FormApp.openById('%FORM%').getPublishedUrl()); }`;

  function bound() {
    const first = makeEngine('');
    const id = first.world.container?.id ?? '';
    const made = makeEngine(CODE.replace('%ID%', id));
    const book = workbooksOf(made.world).find(id);
    const cells = () =>
      (book?.sheets[0]?.rows ?? []).map((_, row) =>
        [0, 1, 2, 3].map((column) => (book?.sheets[0] ? displayAt(book.sheets[0], row, column) : '')),
      );
    return { ...made, id, book, cells };
  }

  it('writes headings first, then a row per response as Sheets reads typed text', () => {
    const { run, world, book, cells, id } = bound();
    expect(run('setup').value).toEqual([id, 'SPREADSHEET']);
    expect(book?.sheets.map((sheet) => sheet.name)).toEqual(['Formulärsvar 1', 'Blad1']);
    const { submission, row } = visitForm(world, 'Anmälan', { Namn: 'Bo', Antal: '07', Dag: '2025-10-01' });
    expect(submission.refused).toEqual([]);
    expect(cells()).toEqual([
      ['Tidstämpel', 'Namn', 'Antal', 'Dag'],
      ['2025-09-01 08:00:00', 'Bo', '7', '2025-10-01'],
    ]);
    expect(row?.values).toEqual(['2025-09-01 08:00:00', 'Bo', '07', '2025-10-01']);
  });

  it.each([
    ['sv_SE', ['2025-01-02', '2025-01-02 03:04:00', '15:45:00']],
    ['en_US', ['1/2/2025', '1/2/2025 3:04:00', '3:45:00 PM']],
    ['en_GB', ['02/01/2025', '02/01/2025 03:04:00', '15:45:00']],
  ])('shows days and times as a sheet in %s does, in cells and event', (locale, shown) => {
    const host = hostOf(
      `function setup() {
        const form = FormApp.create('F').setTitle('F');
        form.addDateItem().setTitle('Dag'); form.addDateTimeItem().setTitle('När'); form.addTimeItem().setTitle('Tid');
        const book = SpreadsheetApp.getActive();
        form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
        ScriptApp.newTrigger('sent').forSpreadsheet(book).onFormSubmit().create();
      }
      function sent(e) { console.log(JSON.stringify([e.values.slice(1), e.range.getDisplayValues()[0].slice(1)])) }`,
      { locale },
    );
    host.run('setup');
    const { executions } = host.submitForm('F', {
      Dag: '2025-01-02',
      När: '2025-01-02 03:04',
      Tid: '15:45',
    });
    expect(JSON.parse(executions[0]?.log[0]?.text ?? '[]')).toEqual([shown, shown]);
  });

  it.each([
    'https://www.youtube.com/watch?v=1234abcdxyz',
    'www.youtube.com/watch?v=1234abcdxyz',
    'youtu.be/1234abcdxyz',
    '1234abcdxyz',
  ])('shows the video %s', (url) => {
    const { run } = makeEngine(
      `function main() { FormApp.create('F').addVideoItem().setVideoUrl(${JSON.stringify(url)}) }`,
    );
    expect(run('main').error).toBeUndefined();
  });

  it('shows in the spreadsheet which form sends it responses', () => {
    const { run } = makeEngine(`function main() {
      const ss = SpreadsheetApp.getActive();
      const before = ss.getFormUrl();
      const form = FormApp.create('x').setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
      const linked = ss.getSheets().map(sheet => sheet.getFormUrl() === form.getPublishedUrl());
      const same = FormApp.openByUrl(ss.getFormUrl()).getId() === form.getId();
      form.removeDestination();
      return [before, linked, same, ss.getFormUrl()];
    }`);
    expect(run('main').value).toEqual([null, [true, false], true, null]);
  });

  it('refuses with the form’s own words and stores nothing', () => {
    const { run, world, cells } = bound();
    run('setup');
    const { submission } = visitForm(world, 'Anmälan', { Antal: 'tio' });
    expect(submission.refused.map(({ title, message }) => [title, message])).toEqual([
      ['Namn', 'Det här är en obligatorisk fråga'],
      ['Antal', 'Skriv ett heltal'],
    ]);
    expect(cells()).toHaveLength(1);
  });

  it('overwrites the row of an edited response', () => {
    const { run, world, cells } = bound();
    run('setup');
    const sent = visitForm(world, 'Anmälan', { Namn: 'Bo', Antal: 1 }).submission.response;
    visitForm(world, 'Anmälan', { Namn: 'Eva' });
    world.now += 60_000;
    const edit = visitResponse(world, 'Anmälan', sent?.id ?? '', { Antal: 2 });
    expect(cells().slice(1)).toEqual([
      ['2025-09-01 08:01:00', 'Bo', '2', ''],
      ['2025-09-01 08:00:00', 'Eva', '', ''],
    ]);
    expect(edit.row?.values).toEqual(['2025-09-01 08:01:00', '', '2', '']);
  });

  it('survives being saved and loaded', () => {
    const { run, world, cells } = bound();
    run('setup');
    visitForm(world, 'Anmälan', { Namn: 'Bo' });
    const snapshot = JSON.parse(JSON.stringify(world.snapshot()));
    world.restore(snapshot);
    visitForm(world, 'Anmälan', { Namn: 'Eva' });
    const book = workbooksOf(world).find(world.container?.id ?? '');
    expect(cells()).toHaveLength(2);
    expect(book?.sheets[0]?.rows).toHaveLength(3);
  });
});
