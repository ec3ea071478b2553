import type { FromServer, LiveState } from '../protocol.ts';
import { find, make } from './dom.ts';
import { openLine } from './socket.ts';

/** The first page follows what happens: counts and the latest events, without a reload. */
const KINDS = { form: 'Formulär', sheet: 'Arbetsbok', run: 'Körning', mail: 'Mejl', clock: 'Klocka' };

const show = (live: LiveState): void => {
  find('clock').textContent = live.clock;
  for (const [name, count] of Object.entries(live.counts)) {
    const place = document.getElementById(`antal-${name}`);
    if (place && place.textContent !== String(count)) {
      place.textContent = String(count);
      place.closest('li')?.classList.add('fresh');
    }
  }
  const list = document.getElementById('handelser');
  list?.replaceChildren(
    ...live.events.map((event) =>
      make(
        'li',
        {},
        make('time', {}, event.at),
        make('span', { class: 'tag' }, KINDS[event.kind]),
        make('span', {}, event.text),
      ),
    ),
  );
};

openLine(
  (message: FromServer) => {
    if (message.type === 'live') show(message.live);
    else if (message.type === 'reload') location.reload();
  },
  () => undefined,
);
