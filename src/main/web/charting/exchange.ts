import type { Entry, LedgerEvent } from './fold';
import type { Pattern } from './page';

/** An event before it has a number. */
export interface Said {
  readonly id: string;
  readonly at: number;
  readonly event: LedgerEvent;
}

/** What the server knows, as far as this device does not. */
export interface News {
  readonly version: number;
  readonly now: number;
  readonly entries: readonly Entry[];
}

/** What became of a call to the server. */
export type Heard =
  | { readonly kind: 'news'; readonly news: News }
  /** No network, or a server in trouble: try again. */
  | { readonly kind: 'unreachable' }
  /** The sign-in is over or the screen is locked: what waits is kept. */
  | { readonly kind: 'signed-out' }
  /** A number or an id was used for something else. */
  | { readonly kind: 'conflict' }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused'; readonly why: string };

interface Proof {
  readonly name: string;
  readonly token: string;
}

/** Talks with the ledger of one session. */
export class Exchange {
  private proof: Proof | null = null;

  constructor(
    private readonly address: string,
    private readonly call: typeof fetch = fetch.bind(globalThis),
  ) {}

  /** Asks for what is new. */
  async ask(version: number): Promise<Heard> {
    return this.heard(`${this.address}?version=${version}`, { method: 'GET', headers: { 'X-Unattended': 'true' } });
  }

  /** Sends numbered events, all or nothing. */
  async send(device: string, account: string, events: readonly (Said & { readonly number: number })[], version: number): Promise<Heard> {
    if (!this.proof) {
      const first = await this.ask(version);
      if (first.kind !== 'news') {
        return first;
      }
    }
    const heard = await this.post(device, account, events, version, false);
    if (heard.kind === 'refused' && heard.why === '403') {
      this.proof = null;
    }
    return heard;
  }

  /** Sends what must leave while the page is going away; nobody hears the answer. */
  farewell(device: string, account: string, event: Said & { readonly number: number }): void {
    void this.post(device, account, [event], -1, true);
  }

  /** Keeps or drops a needle with a name; what is left, or null where the server did not take it. */
  async patterns(session: string, path: string, wish: object): Promise<readonly Pattern[] | null> {
    const address = session.replace(/\/sessions\/.*$/, `/needle-patterns${path}`);
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (this.proof) {
      headers[this.proof.name] = this.proof.token;
    }
    try {
      const answer = await this.call(address, { method: 'POST', headers, body: JSON.stringify(wish), redirect: 'manual' });
      return answer.ok ? ((await answer.json()) as readonly Pattern[]) : null;
    } catch {
      return null;
    }
  }

  private async post(
    device: string, account: string, events: readonly (Said & { readonly number: number })[], version: number, keepalive: boolean,
  ): Promise<Heard> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json' };
    if (this.proof) {
      headers[this.proof.name] = this.proof.token;
    }
    const body = JSON.stringify({
      device,
      account,
      events: events.map(({ id, number, at, event }) => ({ id, number, at, event: { v: 1, ...event } })),
    });
    return this.heard(`${this.address}?version=${version}`, { method: 'POST', headers, body, keepalive });
  }

  private async heard(address: string, request: RequestInit): Promise<Heard> {
    let answer: Response;
    try {
      answer = await this.call(address, {
        ...request, redirect: 'manual', credentials: 'same-origin', cache: 'no-store', signal: AbortSignal.timeout(8000),
      });
    } catch {
      return { kind: 'unreachable' };
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 423) {
      return { kind: 'signed-out' };
    }
    if (answer.status === 409) {
      return { kind: 'conflict' };
    }
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) {
      return { kind: 'unreachable' };
    }
    if (!answer.ok) {
      return { kind: 'refused', why: await reason(answer) };
    }
    try {
      const { csrf, ...news } = (await answer.json()) as News & { csrf: Proof };
      this.proof = csrf;
      return { kind: 'news', news };
    } catch {
      return { kind: 'unreachable' };
    }
  }
}

async function reason(answer: Response): Promise<string> {
  try {
    const problem = (await answer.json()) as { errors?: { field: string; message: string }[]; detail?: string };
    return problem.errors?.map((it) => `${it.field}: ${it.message}`).join(' ') ?? problem.detail ?? String(answer.status);
  } catch {
    return String(answer.status);
  }
}
