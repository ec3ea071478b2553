import { captionOf, type Form } from '../../host/form/form.ts';
import type { ExecutionRecord, Mail } from '../../host/index.ts';
import type { Workbook } from '../../host/sheet/workbook.ts';
import type { LiveEvent, LiveState } from '../protocol.ts';
import { clockText, localTime } from '../time.ts';

/** What the first page is made of. */
export interface Happenings {
  readonly now: number;
  readonly zone: string;
  readonly workbook: Workbook;
  readonly forms: readonly Form[];
  readonly mail: readonly Mail[];
  readonly executions: readonly ExecutionRecord[];
}

const KIND: Record<ExecutionRecord['kind'], string> = {
  run: 'startades för hand',
  menu: 'startades från menyn',
  simple: 'körde när något ändrades',
  installable: 'körde av en utlösare',
  page: 'anropades från en sida',
};

/** Rows with content in the visible tabs. */
const rowsIn = (workbook: Workbook): number =>
  workbook.sheets
    .filter((sheet) => !sheet.records.hidden)
    .reduce((sum, sheet) => sum + Math.max(0, sheet.dataSize().rows - sheet.records.frozenRows), 0);

/** Whether an execution is worth telling: a trigger that looked and found nothing to do would hide what happened. */
const isNews = (run: ExecutionRecord): boolean =>
  run.status !== 'completed' || run.calls.some(({ kind }) => kind === 'write' || kind === 'mail');

/** Counts and the dozen latest events, newest first. */
export const liveState = (from: Happenings): LiveState => {
  const events: (LiveEvent & { moment: number })[] = [
    ...from.forms.flatMap((form) =>
      form.responses.map((response) => ({
        moment: response.timestamp,
        at: '',
        kind: 'form' as const,
        text: `Ett svar kom in i formuläret ${captionOf(form)}.`,
      })),
    ),
    ...from.executions
      .filter(isNews)
      .slice(-40)
      .map((run) => ({
        moment: run.startedAt,
        at: '',
        kind: 'run' as const,
        text: `${run.entry} ${KIND[run.kind]}: ${run.backend} anrop${run.status === 'completed' ? '' : ', slutade med fel'}.`,
      })),
    ...from.mail.map((mail) => ({
      moment: mail.at,
      at: '',
      kind: 'mail' as const,
      text: `Mejl till ${mail.to.join(', ')}: ${mail.subject}`,
    })),
  ];
  const latest = events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => b.event.moment - a.event.moment || b.index - a.index)
    .slice(0, 12);
  return {
    clock: clockText(from.now, from.zone),
    counts: {
      responses: from.forms.reduce((sum, form) => sum + form.responses.length, 0),
      rows: rowsIn(from.workbook),
      executions: from.executions.length,
      mails: from.mail.length,
    },
    events: latest.map(({ event: { moment, kind, text } }) => ({ at: localTime(moment, from.zone), kind, text })),
  };
};
