import { fold, isPending, type Device, type Entry, type LedgerEvent, type Session } from './fold';
import { Exchange, type Heard, type Said } from './exchange';
import { uuid7 } from './ids';
import type { Store, Unsent } from './store';

/** How this device stands with the server. */
export type Link = 'live' | 'offline' | 'signed-out' | 'refused';

/** What is kept beside the entries to go on without a network: muscles, settings; no names. */
export type Besides = Readonly<Record<string, unknown>>;

const LINKS: Readonly<Partial<Record<Heard['kind'], Link>>> =
  { news: 'live', unreachable: 'offline', 'signed-out': 'signed-out', refused: 'refused' };
const MOST_CONFLICTS = 3;
const OF_DEVICES = new Set(['device-joined', 'device-finished', 'closing-asked']);

interface Copy {
  readonly version: number;
  readonly entries: readonly Entry[];
  readonly besides: Besides;
  /** Milliseconds by which the server's clock is ahead. */
  readonly ahead: number;
  /** Askings to close that this device has answered. */
  readonly answered: readonly string[];
  /** The number with which it answered last; 0: it has not. */
  readonly answeredWith: number;
}

/**
 * One device's copy of a session: what the server has told, and what was tapped here and waits. A tap is on the disk
 * before it is drawn; it leaves the disk when the server has it.
 */
export class Replica {
  private readonly fromServer = new Map<string, Entry>();
  private waiting: readonly Unsent<Said>[] = [];
  private version = -1;
  /** Milliseconds by which the server's clock is ahead. */
  private ahead = 0;
  private running: Promise<void> | null = null;
  private wanted = false;
  /** How often in a row the server had a number or an id for something else. */
  private conflicts = 0;
  private answered = new Set<string>();
  private answeredWith = 0;
  /** Whether the ledger waits for this device. */
  joined = false;
  /** Whether the server has told anything while this page is open. */
  heard = false;
  link: Link = 'live';
  /** Why the server will not take something; empty while it does. */
  refusal = '';
  offlineSince: number | null = null;
  session: Session = fold([]);

  constructor(
    private readonly store: Store,
    readonly id: string,
    readonly device: string,
    readonly account: string,
    readonly exchange: Exchange,
    private readonly changed: () => void,
    public besides: Besides = {},
  ) {}

  /** Takes up what this browser has kept. */
  async restore(): Promise<void> {
    const copy = await this.store.copy<Copy>(this.id);
    copy?.entries.forEach((it) => this.fromServer.set(it.id, it));
    this.version = copy?.version ?? -1;
    this.ahead = copy?.ahead ?? 0;
    this.answered = new Set(copy?.answered);
    this.answeredWith = copy?.answeredWith ?? 0;
    if (copy && Object.keys(this.besides).length === 0) {
      this.besides = copy.besides;
    }
    await this.reread();
  }

  /** Whether there is anything to draw: a copy, or the server's word. */
  get known(): boolean {
    return this.version >= 0;
  }

  /** How much waits to be sent, by whom. */
  get unsent(): { readonly mine: number; readonly others: number } {
    const mine = this.waiting.filter((it) => it.account === this.account).length;
    return { mine, others: this.waiting.length - mine };
  }

  /** The time as the server has it, milliseconds. */
  now(): number {
    return Date.now() + this.ahead;
  }

  /** The newest tap of this device, where it can be taken back; null where it cannot, or was. */
  lastTap(): Entry | null {
    const all = [...this.all()];
    const retracted = new Set(all.flatMap((it) => (it.event.kind === 'entered-in-error' ? [it.event.event] : [])));
    const newest = all
      .filter((it) => it.device === this.device && !OF_DEVICES.has(it.event.kind))
      .sort((one, other) => one.number - other.number)
      .at(-1);
    const undoable = newest && !retracted.has(newest.id)
      && (newest.event.needle !== undefined || newest.event.kind === 'pause-asked' || newest.event.kind === 'tray-laid');
    return undoable ? newest : null;
  }

  /** Every entry known here. */
  *all(): Iterable<Entry> {
    yield* this.fromServer.values();
    for (const { number, said } of this.waiting) {
      yield { ...said, device: this.device, number };
    }
  }

  /** Charts what has happened, `ago` milliseconds since. Resolves when it is on the disk; sending goes on by itself. */
  async tap(events: readonly LedgerEvent[], ago = 0): Promise<readonly string[]> {
    if (events.length === 0) {
      return [];
    }
    const ids = await this.add(events, ago);
    void this.sync();
    return ids;
  }

  private async add(events: readonly LedgerEvent[], ago = 0): Promise<readonly string[]> {
    const said = events.map((event): Said => ({ id: uuid7(), at: this.now() - ago, event }));
    await this.store.keep(this.id, this.account, said);
    await this.reread();
    return said.map((it) => it.id);
  }

  /** Joins: from now on closing waits for this device. Whoever asked to close before is answered when they ask again. */
  async join(): Promise<void> {
    if (!this.joined) {
      this.asked().forEach((it) => this.answered.add(it));
      await this.add([{ kind: 'device-joined' }]);
      await this.sync();
    }
  }

  /** Joins again where another page of this browser has said farewell for the device while this one is open. */
  async stay(): Promise<void> {
    const mine = this.mine();
    if (this.link === 'live' && mine && mine.finished === mine.last && mine.last !== this.answeredWith && this.isOpen()) {
      await this.join();
    }
  }

  private isOpen(): boolean {
    return this.session.standing === 'open' || this.session.standing === 'reopened';
  }

  private asked(): readonly string[] {
    return [...this.all()].filter((it) => it.event.kind === 'closing-asked').map((it) => it.id);
  }

  /** Asks every device for what it has, and gives what this one has; whether all of it has arrived. */
  async finish(): Promise<boolean> {
    await this.add([{ kind: 'closing-asked' }]);
    await this.sync();
    return this.link === 'live' && this.waiting.length === 0;
  }

  /** Says the last number while the page goes away, so that nobody has to wait for a page that is gone. */
  leave(): void {
    const mine = this.mine();
    if (this.joined && this.waiting.length === 0 && this.link === 'live' && mine && isPending(mine)) {
      const number = mine.last + 1;
      const event = { kind: 'device-finished', device: this.device, last: number };
      this.exchange.farewell(this.device, this.account, { id: uuid7(), at: this.now(), event, number });
    }
  }

  private mine(): Device | undefined {
    return this.session.devices.find((it) => it.id === this.device);
  }

  /** Sends what waits and hears what is new, one call at a time; a tap during it is sent before this resolves. */
  async sync(): Promise<void> {
    this.wanted = true;
    this.running ??= this.run();
    return this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        await alone(`needlepoint-${this.id}`, () => this.once());
      }
    } finally {
      this.running = null;
    }
  }

  private async once(): Promise<void> {
    await this.reread();
    const mine = this.waiting.filter((it) => it.account === this.account).slice(0, 200);
    const heard = mine.length === 0
      ? await this.exchange.ask(this.version)
      : await this.exchange.send(this.device, this.account, mine.map(({ number, said }) => ({ ...said, number })), this.version);
    await this.learn(heard, mine);
    if (heard.kind === 'news') {
      await this.sayLastNumber();
      this.wanted ||= this.unsent.mine > 0;
    }
    this.changed();
  }

  /** Answers whoever wants to close, once each time they ask: as soon as everything is sent, this is its last number. */
  private async sayLastNumber(): Promise<void> {
    const unanswered = this.asked().filter((it) => !this.answered.has(it));
    const mine = this.mine();
    if (unanswered.length === 0 || this.waiting.length > 0 || !mine?.complete || !this.isOpen()) {
      return;
    }
    unanswered.forEach((it) => this.answered.add(it));
    if (mine.finished !== mine.last) {
      this.answeredWith = mine.last + 1;
      await this.store.countFrom(this.id, this.answeredWith);
      await this.add([{ kind: 'device-finished', device: this.device, last: this.answeredWith }]);
    }
  }

  private async learn(heard: Heard, sent: readonly Unsent<Said>[]): Promise<void> {
    this.link = LINKS[heard.kind] ?? this.link;
    this.offlineSince = heard.kind === 'unreachable' ? (this.offlineSince ?? this.now()) : null;
    this.refusal = heard.kind === 'refused' ? heard.why : '';
    this.conflicts = heard.kind === 'conflict' ? this.conflicts + 1 : 0;
    if (this.conflicts > MOST_CONFLICTS) {
      this.link = 'refused';
    } else if (heard.kind === 'conflict') {
      await this.renumber();
    }
    if (heard.kind !== 'news') {
      return;
    }
    const { news } = heard;
    this.heard = true;
    this.ahead = news.now - Date.now();
    news.entries.forEach((it) => this.fromServer.set(it.id, it));
    this.version = news.version;
    await this.store.sent(this.id, new Set(sent.map((it) => it.said.id)));
    await this.reread();
    await this.store.countFrom(this.id, (this.mine()?.last ?? 0) + 1);
    await this.keep();
  }

  /** A page that went away may have used a number that this one gave as well. */
  private async renumber(): Promise<void> {
    const heard = await this.exchange.ask(-1);
    if (heard.kind === 'news') {
      heard.news.entries.forEach((it) => this.fromServer.set(it.id, it));
      const known = heard.news.entries.filter((it) => it.device === this.device);
      await this.store.sent(this.id, new Set(known.map((it) => it.id)));
      await this.store.renumber(this.id, Math.max(0, ...known.map((it) => it.number)) + 1);
      await this.reread();
      this.wanted ||= this.unsent.mine > 0;
    }
  }

  /** Keeps the copy; wipes it when the session is closed and nothing waits. */
  private async keep(): Promise<void> {
    if (!this.isOpen() && await this.store.wipe(this.id)) {
      return;
    }
    const copy: Copy = {
      version: this.version, entries: [...this.fromServer.values()], besides: this.besides, ahead: this.ahead,
      answered: [...this.answered], answeredWith: this.answeredWith,
    };
    await this.store.keepCopy(this.id, copy);
  }

  /** Keeps what goes with the entries. */
  async keepBesides(besides: Besides): Promise<void> {
    this.besides = besides;
    await this.keep();
  }

  private async reread(): Promise<void> {
    const waiting = await this.store.unsent<Said>(this.id);
    this.waiting = waiting.filter((it) => !this.fromServer.has(it.said.id));
    this.session = fold(this.all());
    const mine = this.mine();
    this.joined = mine !== undefined && mine.finished !== mine.last;
    this.changed();
  }
}

/** Runs alone among the pages of this browser, where the browser can tell. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  const locks = (globalThis as { navigator?: Partial<Pick<Navigator, 'locks'>> }).navigator?.locks;
  await (locks ? locks.request(name, work) : work());
}
