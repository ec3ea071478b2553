/**
 * What Univer leaves out for people who do not see the screen or use no mouse: names for its buttons, valid roles, an
 * order of focus that follows the page, and a way out of the grid by F6 (its canvas takes Tab to move between cells).
 */
const NAMES: readonly [selector: string, name: string][] = [
  ['#grid [data-u-comp="defined-name"] input', 'Cellens namn'],
  ['#grid [data-u-comp="defined-name"] a', 'Namngivna områden'],
  ['#grid [data-u-comp="formula-bar"] button', 'Visa hela formelraden'],
  ['#grid [data-u-comp="sheet-bar-append-button"]', 'Ny flik'],
  ['#grid [aria-haspopup="menu"] [data-u-comp="sheet-bar-append-button"]', 'Alla flikar'],
  ['#grid [data-u-comp="sidebar"]', 'Panel i rutnätet'],
  ['#grid [data-u-comp="sidebar"] button', 'Stäng panelen'],
  ['#grid [contenteditable][id$="DOCS_NORMAL"]', 'Cell'],
  ['#grid [contenteditable][id$="DOCS_FORMULA_BAR"]', 'Formelrad'],
];

const set = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};

const repair = (): void => {
  for (const [selector, name] of NAMES) {
    for (const element of document.querySelectorAll(selector)) set(element, 'aria-label', name);
  }
  for (const link of document.querySelectorAll('#grid [data-u-comp="defined-name"] a')) set(link, 'role', 'button');
  for (const editor of document.querySelectorAll('#grid [contenteditable]')) set(editor, 'role', 'textbox');
  for (const element of document.querySelectorAll('#grid div[type="button"], #grid section[aria-expanded]')) {
    element.removeAttribute('aria-expanded');
    element.removeAttribute('aria-haspopup');
  }
  for (const canvas of document.querySelectorAll('#grid canvas')) {
    const main = canvas.id.startsWith('univer-sheet-main');
    set(canvas, 'tabindex', main ? '0' : '-1');
    if (!main) continue;
    set(canvas, 'role', 'application');
    set(canvas, 'aria-label', 'Rutnät. Pilarna flyttar mellan celler, F6 går till nästa del av sidan.');
  }
  for (const [index, section] of [...document.querySelectorAll('section[aria-label^="Notifications"]')].entries()) {
    set(section, 'aria-label', `Meddelanden från rutnätet ${index + 1}`);
  }
  for (const closed of document.querySelectorAll<HTMLElement>('#grid [data-u-comp="sidebar"]')) {
    closed.inert = closed.style.width === '0px';
  }
};

/** The parts of the page that F6 goes round. */
const PARTS = [
  () => document.querySelector<HTMLElement>('#menus > li > button[tabindex="0"]'),
  () => document.querySelector<HTMLElement>('#grid canvas[id^="univer-sheet-main"]'),
  () => document.querySelector<HTMLElement>('#grid [role="tab"][aria-selected="true"]'),
  () => document.querySelector<HTMLElement>('#panel:not([hidden]) button'),
];
const AREAS = ['#menus', '#grid [data-u-comp="workbench-layout"]', '#grid [data-u-comp="slide-tab-bar"]', '#panel'];

const nextPart = (backwards: boolean): void => {
  const active = document.activeElement;
  const inside = AREAS.map((selector) => document.querySelector(selector)?.contains(active) === true);
  const at = inside.lastIndexOf(true);
  const step = backwards ? PARTS.length - 1 : 1;
  for (let turn = 1; turn <= PARTS.length; turn += 1) {
    const part = PARTS[(Math.max(0, at) + (at < 0 ? turn - 1 : turn * step)) % PARTS.length]?.();
    if (!part) continue;
    part.focus();
    return;
  }
};

/** Starts the repairs, which follow what Univer draws later. */
export const startRepair = (): void => {
  let planned = false;
  const plan = (): void => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      repair();
    });
  };
  new MutationObserver(plan).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['style', 'aria-expanded'],
  });
  plan();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      nextPart(event.shiftKey);
    },
    true,
  );
};
