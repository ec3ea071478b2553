/** Matches an observation against what a scenario expects of it, in part: what is not named is not looked at. */

export interface Mismatch {
  readonly path: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In an object only the named keys count; each element expected of a list must match some element of it. */
export function mismatches(expected: unknown, actual: unknown, path = ''): Mismatch[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [{ path, expected, actual }];
    return expected.flatMap((wanted, index) =>
      actual.some((item) => mismatches(wanted, item).length === 0)
        ? []
        : [{ path: `${path}[${index}]`, expected: wanted, actual }],
    );
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [{ path, expected, actual }];
    return Object.entries(expected).flatMap(([key, wanted]) =>
      mismatches(wanted, actual[key], path === '' ? key : `${path}.${key}`),
    );
  }
  return Object.is(expected, actual) ? [] : [{ path, expected, actual }];
}
