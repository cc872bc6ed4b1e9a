import type { Place } from './catalogue';
import type { Gate } from './page';

/** What the server says of a muscle: whether needles may go in, and the part of the page that says why not. */
export interface Said {
  readonly gate: Gate;
  readonly words: HTMLElement | null;
}

const UNASKED: Said = { gate: 'unasked', words: null };

/** Asks what stands between the practitioner and a muscle. `unasked` where nobody could be asked. */
export async function askGate(address: string, place: Place, technique: string): Promise<Said> {
  const query = new URLSearchParams({ muscle: place.muscle, side: place.side, technique });
  return answered(`${address}/choice?${query}`, { signal: AbortSignal.timeout(6000) });
}

/** Sends the word to what stands in the way, as the pressed button has it. */
export async function answerGate(form: HTMLFormElement, button: HTMLElement | null): Promise<Said> {
  const body = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  return answered(form.action, { method: 'POST', body, signal: AbortSignal.timeout(8000) });
}

async function answered(address: string, request: RequestInit): Promise<Said> {
  try {
    const answer = await fetch(address, { ...request, redirect: 'manual', credentials: 'same-origin' });
    return answer.ok || answer.status === 422 ? read(await answer.text()) : UNASKED;
  } catch {
    return UNASKED;
  }
}

/** The server's fragment; its text was escaped there. */
function read(fragment: string): Said {
  const words = new DOMParser().parseFromString(fragment, 'text/html').querySelector<HTMLElement>('[data-gate]');
  return words === null ? UNASKED : { gate: words.dataset['gate'] === 'open' ? 'open' : 'asks', words };
}
