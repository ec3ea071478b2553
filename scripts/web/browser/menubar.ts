import type { WindowMenu } from '../protocol.ts';
import { make } from './dom.ts';

/** What a menu of the page itself does; the script's menus come from the server as `WindowMenu`. */
export type Entry =
  | { kind: 'item'; caption: string; run: () => void }
  | { kind: 'separator' }
  | { kind: 'menu'; caption: string; entries: Entry[] };

export const scriptEntries = (menus: readonly WindowMenu[], choose: (path: string[]) => void): Entry[] =>
  menus.map((menu): Entry => {
    if (menu.kind === 'item') return { kind: 'item', caption: menu.caption, run: () => choose(menu.path) };
    if (menu.kind === 'separator') return menu;
    return { kind: 'menu', caption: menu.caption, entries: scriptEntries(menu.entries, choose) };
  });

const itemsOf = (menu: Element): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>(':scope > li > button')];

const close = (menu: HTMLElement): void => {
  for (const open of menu.querySelectorAll<HTMLElement>('[aria-expanded="true"]'))
    open.setAttribute('aria-expanded', 'false');
};

const focusIn = (menu: Element | null, index: number): void => {
  if (!menu) return;
  const items = itemsOf(menu);
  items.at(((index % items.length) + items.length) % items.length)?.focus();
};

const list = (entries: readonly Entry[], label: string, choose: (run: () => void) => void): HTMLElement => {
  const menu = make('ul', { role: 'menu', class: 'menu', 'aria-label': label });
  for (const entry of entries) {
    if (entry.kind === 'separator') {
      menu.append(make('li', { role: 'separator', class: 'menu-line' }));
      continue;
    }
    const button = make('button', { type: 'button', role: 'menuitem', tabindex: '-1' }, entry.caption);
    const item = make('li', { role: 'none' }, button);
    if (entry.kind === 'menu') {
      button.setAttribute('aria-haspopup', 'menu');
      button.setAttribute('aria-expanded', 'false');
      item.append(list(entry.entries, entry.caption, choose));
    }
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (entry.kind === 'menu') {
        button.setAttribute('aria-expanded', 'true');
        focusIn(button.nextElementSibling, 0);
        return;
      }
      choose(entry.run);
    });
    menu.append(item);
  }
  return menu;
};

/** Keys as in any menu bar: arrows move, Enter and Space choose, Escape goes back, letters find. */
const keys = (bar: HTMLElement) => (event: KeyboardEvent) => {
  const button = event.target;
  if (!(button instanceof HTMLElement)) return;
  const menu = button.closest('ul');
  if (!menu) return;
  const items = itemsOf(menu);
  const at = items.indexOf(button);
  const onBar = menu === bar;
  const below = button.nextElementSibling;
  const owner = menu.previousElementSibling;
  const move = (to: number) => focusIn(menu, to);
  const open = (to: number) => {
    button.setAttribute('aria-expanded', 'true');
    focusIn(below, to);
  };
  const sideways = (step: number) => {
    const top = [...itemsOf(bar)];
    const current = top.findIndex((each) => each === button || each.parentElement?.contains(button));
    close(bar);
    const next = top.at((current + step + top.length) % top.length);
    next?.focus();
    if (!onBar && next?.nextElementSibling) {
      next.setAttribute('aria-expanded', 'true');
      focusIn(next.nextElementSibling, 0);
    }
  };
  const back = () => {
    if (!(owner instanceof HTMLElement)) return;
    owner.setAttribute('aria-expanded', 'false');
    owner.focus();
  };
  const hasMenu = below?.getAttribute('role') === 'menu';
  const actions: Record<string, (() => void) | undefined> = {
    ArrowDown: onBar ? (hasMenu ? () => open(0) : undefined) : () => move(at + 1),
    ArrowUp: onBar ? (hasMenu ? () => open(-1) : undefined) : () => move(at - 1),
    ArrowRight: onBar ? () => sideways(1) : hasMenu ? () => open(0) : () => sideways(1),
    ArrowLeft: onBar ? () => sideways(-1) : menu.parentElement?.closest('ul') === bar ? () => sideways(-1) : back,
    Home: () => move(0),
    End: () => move(-1),
    Escape: onBar ? () => close(bar) : back,
    Tab: () => close(bar),
  };
  const action = actions[event.key];
  if (action) {
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
    action();
    return;
  }
  if (event.key.length === 1 && event.key !== ' ') {
    const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
    later.find((each) => each.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  }
};

/** Fills the menu bar; called again whenever the script's menus change. `chosen` comes before what an item does. */
export const fillMenuBar = (bar: HTMLElement, entries: readonly Entry[], chosen: () => void): void => {
  const fresh = list(entries, '', (run) => {
    close(bar);
    chosen();
    run();
  });
  bar.replaceChildren(...fresh.children);
  for (const [index, button] of itemsOf(bar).entries()) button.tabIndex = index === 0 ? 0 : -1;
};

/** Gives the (empty) bar its keys; once. */
export const startMenuBar = (bar: HTMLElement): void => {
  bar.addEventListener('keydown', keys(bar));
  bar.addEventListener('focusin', (event) => {
    if (event.target instanceof HTMLElement && event.target.parentElement?.parentElement === bar) {
      for (const button of itemsOf(bar)) button.tabIndex = button === event.target ? 0 : -1;
      if (bar.querySelector('[aria-expanded="true"]') && event.target.getAttribute('aria-expanded') !== 'true')
        close(bar);
    }
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !bar.contains(event.target)) close(bar);
  });
};
