import type { Menu, MenuEntry } from '../../host/index.ts';
import type { WindowMenu } from '../protocol.ts';

const entryOf =
  (above: readonly string[]) =>
  (entry: MenuEntry): WindowMenu => {
    if (entry.type === 'separator') return { kind: 'separator' };
    const path = [...above, entry.caption];
    return entry.type === 'item'
      ? { kind: 'item', caption: entry.caption, path }
      : { kind: 'menu', caption: entry.caption, entries: entry.entries.map(entryOf(path)) };
  };

/** The script's menus as a window shows them. */
export const windowMenus = (menus: readonly Menu[]): WindowMenu[] =>
  menus.map((menu) => ({ kind: 'menu', caption: menu.caption, entries: menu.entries.map(entryOf([menu.caption])) }));
