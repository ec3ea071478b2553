import { describe, expect, it } from 'vitest';
import { byUrgency, isByCalendar, isMailKind, MAIL_KINDS, mailTraits } from '../../src/domain/mail-kinds.ts';

describe('the kinds of mail', () => {
  it('that a day causes are those that nobody has to do anything for', () => {
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

  it('that concern attendance, requirements, diploma and expiry leave the next working morning', () => {
    expect(MAIL_KINDS.filter((kind) => mailTraits(kind).timing === 'next-morning')).toEqual([
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

  it('have an order of urgency of their own each, in which a joined mail names them', () => {
    const order = byUrgency(MAIL_KINDS);
    expect([...order].sort()).toEqual([...MAIL_KINDS].sort());
    expect(order.map((kind) => mailTraits(kind).urgency)).toEqual(order.map((_, index) => index + 1));
    expect(byUrgency(['expiry-180', 'plan-overdue', 'attendance-met'])).toEqual([
      'plan-overdue',
      'attendance-met',
      'expiry-180',
    ]);
  });

  it('that somebody has to act on at once come before good news', () => {
    const urgent = ['occasion-cancelled', 'occasion-moved', 'plan-overdue', 'attendance-lost', 'expired'] as const;
    const calm = ['certified', 'requirements-met', 'attendance-met', 'plan-feedback', 'expiry-180'] as const;
    expect(
      byUrgency([...calm, ...urgent])
        .slice(0, urgent.length)
        .sort(),
    ).toEqual([...urgent].sort());
  });

  it('are known by their codes alone', () => {
    expect(MAIL_KINDS.every(isMailKind)).toBe(true);
    expect(['toString', 'Diplom', ''].some(isMailKind)).toBe(false);
  });
});
