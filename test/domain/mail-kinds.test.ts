import { describe, expect, it } from 'vitest';
import { isByCalendar, MAIL_KINDS } from '../../src/domain/mail-kinds.ts';

describe('the kinds of mail that a day causes', () => {
  it('are those that nobody has to do anything for', () => {
    expect(MAIL_KINDS.filter(isByCalendar)).toEqual([
      'material',
      'plan-set',
      'plan-open',
      'plan-due-soon',
      'plan-overdue',
      'survey-open',
      'survey-low',
      'plan-revision',
      'follow-up',
      'expiry-180',
      'expiry-90',
      'expiry-30',
      'expired',
    ]);
  });
});
