import { find } from './dom.ts';
import { answerFrame, isFrameMessage } from './frame.ts';
import { openLine } from './socket.ts';

/** The window around a page of the script's web app: carries its calls to the script and the answers back. */
const frame = find('web-app');
const line = openLine(
  (message) => {
    if (message.type === 'reload') location.reload();
    else if (message.type === 'returned' && frame instanceof HTMLIFrameElement) {
      answerFrame(frame, message.call, { value: message.value, error: message.error });
    }
  },
  () => undefined,
);

addEventListener('message', ({ source, data }) => {
  if (!(frame instanceof HTMLIFrameElement) || source !== frame.contentWindow || !isFrameMessage(data)) return;
  if (data.host !== 'call' || data.name === undefined || data.call === undefined) return;
  line.send({
    type: 'call',
    call: data.call,
    dialog: frame.dataset.page ?? '',
    name: data.name,
    args: data.args ?? [],
  });
});
