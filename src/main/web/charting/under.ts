import type { Place } from './catalogue';
import type { Spot } from './figures';

/** What a needle meets that enters at a point of the reference body: an order, never a depth. */
export interface Line {
  readonly missed: boolean;
  /** Muscles to choose, outermost first. */
  readonly muscles: readonly Place[];
  /** From the skin inward. */
  readonly order: readonly { readonly label: string; readonly hazard: boolean }[];
  readonly phrase: string;
}

/** What is known of the point of the pin: nobody has asked yet, it is being asked, nobody could be asked, or a line. */
export type Under = 'unasked' | 'asking' | 'offline' | Line;

/** Asks what lies under a point. */
export async function askUnder(address: string, { view, x, y }: Spot): Promise<Under> {
  const query = new URLSearchParams({ view, x: String(x), y: String(y) });
  try {
    const answer = await fetch(`${address}?${query}`, {
      redirect: 'manual', credentials: 'same-origin', signal: AbortSignal.timeout(6000),
    });
    return answer.ok ? ((await answer.json()) as Line) : 'offline';
  } catch {
    return 'offline';
  }
}
