/**
 * What every page that the script shows is given: `google.script.run`, `google.script.host` and `google.script.url`.
 * The page runs in a frame without an origin; calls go to the window around it as messages. As at Google, functions whose
 * names end in `_` cannot be called, and Dates and functions can be neither sent nor returned.
 */
const BRIDGE = `(() => {
  const waiting = new Map();
  let counter = 0;
  const refuse = (value, seen) => {
    if (typeof value === 'function') throw new TypeError('Failed due to illegal value in property: 0');
    if (value === null || typeof value !== 'object') return;
    if (value instanceof Date) throw new TypeError('Failed due to illegal value in property: 0');
    if (value instanceof HTMLElement) return;
    if (seen.includes(value)) throw new TypeError('Failed due to circular value');
    for (const each of Object.values(value)) refuse(each, [...seen, value]);
  };
  const formOf = (form) => {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== 'string') continue;
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
    }
    return fields;
  };
  const runner = (handlers) =>
    new Proxy(Object.create(null), {
      get(_, name) {
        if (name === 'withSuccessHandler') return (done) => runner({ ...handlers, done });
        if (name === 'withFailureHandler') return (failed) => runner({ ...handlers, failed });
        if (name === 'withUserObject') return (user) => runner({ ...handlers, user });
        if (typeof name !== 'string' || name.endsWith('_')) return undefined;
        return (...args) => {
          refuse(args, []);
          counter += 1;
          waiting.set(counter, handlers);
          const plain = args.map((each) => (each instanceof HTMLFormElement ? formOf(each) : each));
          parent.postMessage({ host: 'call', call: counter, name, args: JSON.parse(JSON.stringify(plain)) }, '*');
        };
      },
    });
  addEventListener('message', (event) => {
    if (event.source !== parent || !event.data || event.data.host !== 'returned') return;
    const handlers = waiting.get(event.data.call);
    waiting.delete(event.data.call);
    if (!handlers) return;
    if (event.data.error) {
      const error = new Error(event.data.error.message);
      error.name = event.data.error.name;
      if (handlers.failed) handlers.failed(error, handlers.user);
      else console.error(error);
    } else if (handlers.done) handlers.done(event.data.value, handlers.user);
  });
  const tell = (host) => (value) => parent.postMessage({ host, value }, '*');
  globalThis.google = {
    script: {
      run: runner({}),
      host: {
        close: tell('close'),
        setHeight: tell('height'),
        setWidth: tell('width'),
        editor: { focus: tell('focus') },
        origin: location.origin,
      },
      history: { push() {}, replace() {}, setChangeHandler() {} },
      url: { getLocation: (done) => done({ hash: '', parameter: {}, parameters: {} }) },
    },
  };
})();`;

/** A page of the script with the bridge before everything else of it. */
export const withBridge = (source: string): string => {
  const bridge = `<script>${BRIDGE}</script>`;
  const head = /<head[^>]*>/i.exec(source);
  if (head) return source.slice(0, head.index + head[0].length) + bridge + source.slice(head.index + head[0].length);
  const opening = /<html[^>]*>/i.exec(source);
  if (opening) {
    const at = opening.index + opening[0].length;
    return `${source.slice(0, at)}<head><meta charset="utf-8">${bridge}</head>${source.slice(at)}`;
  }
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Sida från skriptet</title>${bridge}</head><body>${source}</body></html>`;
};
