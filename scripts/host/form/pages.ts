import type { Answer, Form } from './form.ts';
import type { FormItem, Navigation, PageBreak } from './item.ts';

/** The items between two page breaks, and the break that opens them (null for the first page). */
export interface Page {
  readonly opening: PageBreak | null;
  readonly items: readonly FormItem[];
}

/** The form's pages in order. A page break is no item of its page. */
export function pagesOf(form: Form): Page[] {
  const pages: { opening: PageBreak | null; items: FormItem[] }[] = [{ opening: null, items: [] }];
  for (const item of form.items) {
    if (item.kind === 'PAGE_BREAK') pages.push({ opening: item, items: [] });
    else pages[pages.length - 1]?.items.push(item);
  }
  return pages;
}

/** Where the choices on a page lead, or null if they say nothing. With several such questions the last one decides. */
function chosenNavigation(page: Page, answers: ReadonlyMap<number, Answer>): Navigation | null {
  let navigation: Navigation | null = null;
  for (const item of page.items) {
    if (item.kind !== 'MULTIPLE_CHOICE' && item.kind !== 'LIST') continue;
    const answer = answers.get(item.id);
    const choice = item.choices.find((candidate) => candidate.value === answer);
    navigation = choice?.navigation ?? navigation;
  }
  return navigation;
}

/**
 * The index of the page that follows, `'submit'` at the end, or `'restart'` where the form sends the respondent back to
 * its beginning. A choice that navigates overrules the page break after the page (reference: PageBreakItem.setGoToPage).
 */
export function nextPage(
  pages: readonly Page[],
  index: number,
  answers: ReadonlyMap<number, Answer>,
): number | 'submit' | 'restart' {
  const page = pages[index];
  const following = pages[index + 1];
  if (!page) return 'submit';
  const navigation = chosenNavigation(page, answers) ??
    following?.opening?.navigation ?? { type: 'CONTINUE', page: null };
  if (navigation.type === 'SUBMIT') return 'submit';
  if (navigation.type === 'RESTART') return 'restart';
  if (navigation.type === 'GO_TO_PAGE') {
    const target = pages.findIndex((candidate) => candidate.opening?.id === navigation.page);
    if (target >= 0) return target;
  }
  return following ? index + 1 : 'submit';
}

export interface Path {
  readonly pages: readonly Page[];
  /** False where the answers lead round in a circle, so that the form can never be sent. */
  readonly ends: boolean;
}

/** The pages that a respondent with these answers walks through. */
export function pathThrough(form: Form, answers: ReadonlyMap<number, Answer>): Path {
  const pages = pagesOf(form);
  const walked = new Set<number>();
  let index: number | 'submit' | 'restart' = 0;
  while (typeof index === 'number' && !walked.has(index)) {
    walked.add(index);
    index = nextPage(pages, index, answers);
  }
  return { pages: [...walked].flatMap((page) => pages[page] ?? []), ends: index === 'submit' };
}
