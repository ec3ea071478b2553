import type { Host } from '../../host/runtime/host.ts';
import type { GridAct } from '../grid/view.ts';

export const performAct = (host: Host, act: GridAct): string | null => {
  void host;
  return act.do;
};
