/** How a value's origin is written in the programme files. */
import type { RuleSource } from '../domain/rules.ts';

/** Stated by the programme's text; `passage` says where and what, in our own words. */
export function stated(passage: string): RuleSource {
  return { text: passage, assumption: false };
}

/** Not stated; `why` says which default the product takes instead. */
export function assumed(why: string): RuleSource {
  return { text: why, assumption: true };
}

/** The text is silent and the product has no such rule. */
export const SILENT: RuleSource = {
  text: 'Texten nämner inget sådant, så programmet har ingen sådan regel.',
  assumption: false,
};

/** Defaults that all programmes share where their texts leave room. */
export const SHARED_ASSUMPTIONS = {
  'attendance.count': assumed('Texten säger inte om det är samma personer på alla träffar. Vi räknar samma personer.'),
  'attendance.headCount': assumed(
    'Texten säger inte vilken dag personalen räknas. Vi räknar dem som är anställda den dag då den första träffen hålls.',
  ),
  'attendance.catchUpCounts': assumed(
    'Texten säger inte om den som tar igen utbildningen räknas som närvarande. Vi räknar den som har gjort det före diplomet.',
  ),
  certifyAutomatically: assumed(
    'Koordinatorn sätter diplomdatum. Det kan ändras så att diplomet kommer av sig självt.',
  ),
  'catchUp.within': assumed(
    'Texten säger inte hur lång tid en nyanställd har på sig. Vi räknar sex månader från anställningens första dag.',
  ),
} as const;
