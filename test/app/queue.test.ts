import { describe, expect, it } from 'vitest';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { ToldStory } from './told-story.ts';

const signsUp = (unit: string) => ({
  interest: { unit, staff: 9, managerName: 'Kim Ek', managerEmail: 'kim@example.org' },
});
const decides = (unit: string, decision: string) => ({ decide: { unit, decision } });

const told = new ToldStory('vasterbotten', '2025-09-01T08:00', { places: 3 });

function start(section: string): string[] {
  told.host.menu('Uppdatera alla');
  const view = new TabView(told.host, 'Start');
  return Array.from({ length: view.size.rows }, (_, row) => [0, 2, 3].map((column) => view.cell(row, column)))
    .filter(([first]) => first === section)
    .map(([, ...cells]) => cells.join(' ').trim());
}

describe('the tab Start', () => {
  it('shows the queue in the order in which the units signed up, whatever the order of rows and decisions', () => {
    told.tell([
      signsUp('Ängen'),
      { at: '2025-09-02T08:00', ...signsUp('Björken') },
      { at: '2025-09-03T08:00', ...signsUp('Asken') },
      decides('Asken', 'waitlist'),
      decides('Ängen', 'waitlist'),
      decides('Björken', 'admit'),
      { sheet: { do: 'sort', tab: 'Verksamheter', column: 'Verksamhet' } },
    ]);
    expect(start('Kö')).toEqual(['Ängen Nummer 1 i kön', 'Asken Nummer 2 i kön']);
  });

  it('shows how many of the places are taken in the half-year', () => {
    expect(start('Nyckeltal').at(-1)).toBe('Hösten 2025: 1 av 3 platser är tagna');
  });

  it('gives the place back when a unit withdraws, moves up the queue, and starts anew at new year', () => {
    told.tell([{ withdraw: { unit: 'Björken', reason: 'Annat' } }]);
    expect(start('Nyckeltal').at(-1)).toBe('Hösten 2025: 0 av 3 platser är tagna');
    told.tell([decides('Ängen', 'admit')]);
    expect(start('Nyckeltal').at(-1)).toBe('Hösten 2025: 1 av 3 platser är tagna');
    expect(start('Kö')).toEqual(['Asken Nummer 1 i kön']);
    told.host.outage('2026-01-01T08:00');
    told.tell([{ advance: '2026-01-01T09:00' }]);
    expect(start('Nyckeltal').at(-1)).toBe('Våren 2026: 0 av 3 platser är tagna');
  });

  it('counts no places where nobody has said how many there are', () => {
    told.tell([{ setting: { places: '' } }]);
    expect(start('Nyckeltal').join()).not.toContain('platser');
  });
});
