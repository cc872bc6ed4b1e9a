import { isStale, wentOut } from './live';
import { chime } from './chime';

interface SwapEvent {
  shouldSwap: boolean;
  serverResponse: string;
  target: Element;
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
  if (!next || isStale(now.dataset, next.dataset)) {
    detail.shouldSwap = false;
    return;
  }
  if (wentOut(now.dataset, next.dataset)) {
    chime();
  }
});
