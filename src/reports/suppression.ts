/**
 * Which sums of small groups may be shown, so that no group smaller than the limit can be seen or worked out by subtraction.
 *
 * Groups form a tree: what is published of it is some leaves and some of their sums. Every sum that a reader can work out is put together
 * from the remainders: a published sum less the published sums below it. So nothing small can be worked out when every remainder is
 * empty or at least as large as the limit.
 */
export interface Group {
  readonly id: string;
  /** People behind the figure; only of leaves, the sum of the leaves otherwise. */
  readonly weight: number;
  readonly parts: readonly Group[];
}

function weightOf(group: Group): number {
  return group.parts.length === 0 ? group.weight : group.parts.reduce((sum, part) => sum + weightOf(part), 0);
}

/** The published groups that lie highest below this one. */
function shownBelow(group: Group, shown: ReadonlySet<Group>): readonly Group[] {
  return group.parts.flatMap((part) => (shown.has(part) ? [part] : shownBelow(part, shown)));
}

function everyGroup(group: Group): readonly Group[] {
  return [group, ...group.parts.flatMap(everyGroup)];
}

const byWeight = (left: Group, right: Group): number =>
  weightOf(left) - weightOf(right) || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);

/**
 * The ids of the groups that may be shown. Small ones are hidden; where the rest of a sum would still give them away, the smallest shown
 * part of that sum is hidden too, until nothing does.
 * @param limit the smallest number of people whose sum may be shown
 */
export function showable(tree: Group, limit: number): ReadonlySet<string> {
  const shown = new Set(everyGroup(tree).filter((group) => weightOf(group) >= Math.max(1, limit)));
  const leak = (): Group | undefined => {
    for (const group of shown) {
      const below = shownBelow(group, shown);
      const rest = weightOf(group) - below.reduce((sum, part) => sum + weightOf(part), 0);
      if (rest > 0 && rest < limit) return [...below].sort(byWeight)[0];
    }
    return undefined;
  };
  for (let hidden = leak(); hidden !== undefined; hidden = leak()) shown.delete(hidden);
  return new Set([...shown].map((group) => group.id));
}
