import { isStale, wentOut } from './live';
import { chime } from './chime';

interface SwapEvent {
  shouldSwap: boolean;
  serverResponse: string;
  target: Element;
  xhr: XMLHttpRequest;
}

const notice = document.getElementById('unsent');

/** The taps made while the notice stood. */
const aware = new WeakSet<XMLHttpRequest>();

/** Says that a tap may not be in the chart. A needle must never be missing in silence. */
const unsent = (): void => {
  if (notice) {
    notice.hidden = false;
    notice.scrollIntoView({ block: 'nearest' });
  }
};

/** Only an answer to whoever has seen the notice takes it away: not one to a tap that was under way with the lost one. */
const arrived = (answer: XMLHttpRequest): void => {
  if (notice && aware.has(answer)) {
    notice.hidden = true;
  }
};

document.addEventListener('htmx:beforeSend', (event) => {
  if (notice && !notice.hidden) {
    aware.add((event as CustomEvent<SwapEvent>).detail.xhr);
  }
});

for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) {
  document.addEventListener(failure, unsent);
}

const live = (): HTMLElement | null => document.querySelector<HTMLElement>('#session [data-version]');

/** Taps are sent at once, not one after the other: an answer that was overtaken by a later one is not drawn. */
document.addEventListener('htmx:beforeSwap', (event) => {
  const detail = (event as CustomEvent<SwapEvent>).detail;
  const now = live();
  if (detail.target.id !== 'session' || !now) {
    return;
  }
  const parsed = new DOMParser().parseFromString(detail.serverResponse, 'text/html');
  const next = parsed.querySelector<HTMLElement>('[data-version]');
  if (!next) {
    detail.shouldSwap = false;
    unsent();
    return;
  }
  arrived(detail.xhr);
  if (isStale(now.dataset, next.dataset)) {
    detail.shouldSwap = false;
    return;
  }
  if (wentOut(now.dataset, next.dataset)) {
    chime();
  }
});
