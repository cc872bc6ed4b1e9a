import type { Place } from './catalogue';
import type { Gate } from './page';

/**
 * Fetches what stands between the practitioner and a muscle into a box, as the server words it. `unasked` when the
 * server cannot be reached, or nobody is signed in.
 */
export async function loadGate(box: HTMLElement, address: string, place: Place, technique: string): Promise<Gate> {
  const query = new URLSearchParams({ muscle: place.muscle, side: place.side, technique });
  try {
    const answer = await fetch(`${address}/choice?${query}`, {
      redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(6000),
    });
    return answer.ok ? show(box, await answer.text()) : 'unasked';
  } catch {
    return 'unasked';
  }
}

/** Sends the word to what stands in the way. */
export async function answerGate(box: HTMLElement, form: HTMLFormElement, button: HTMLElement | null): Promise<Gate> {
  const said = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  try {
    const answer = await fetch(form.action, {
      method: 'POST', body: said,
      redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(8000),
    });
    return answer.ok || answer.status === 422 ? show(box, await answer.text()) : 'unasked';
  } catch {
    return 'unasked';
  }
}

/** Puts the server's fragment into the page; its text was escaped there. */
function show(box: HTMLElement, fragment: string): Gate {
  const parsed = new DOMParser().parseFromString(fragment, 'text/html');
  const gate = parsed.querySelector<HTMLElement>('[data-gate]');
  if (!gate) {
    return 'unasked';
  }
  box.replaceChildren(gate);
  return gate.dataset['gate'] === 'open' ? 'open' : 'asks';
}
