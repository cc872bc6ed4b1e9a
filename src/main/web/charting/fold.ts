/** An event as the ledger keeps it. Kinds and components: `LedgerEvent` of the server. */
export interface LedgerEvent {
  readonly kind: string;
  readonly needle?: string;
  readonly placement?: Placement;
  readonly of?: string;
  readonly where?: string;
  readonly settles?: readonly string[];
  readonly event?: string;
  readonly felt?: string;
  readonly how?: string;
  readonly seconds?: number;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly item?: TrayItem;
  readonly device?: string;
  readonly last?: number;
  readonly handCount?: number;
  readonly needles?: readonly string[];
  readonly retained?: readonly string[];
  readonly [more: string]: unknown;
}

export interface Placement {
  readonly muscle: string;
  readonly side: 'L' | 'R' | 'M';
  readonly diameterUm: number;
  readonly lengthMm: number;
  readonly technique: string;
  readonly tissue: string;
  readonly knowledge: string;
  readonly site?: string;
  readonly depthMm?: number;
  readonly dwellSeconds?: number;
  readonly lot?: string;
  readonly position?: string;
  readonly point?: MapPoint;
}

/** A point on the skin, marked on a version of the body map; mm of the view. */
export interface MapPoint {
  readonly view: string;
  readonly x: number;
  readonly y: number;
  readonly map: string;
}

export interface TrayItem {
  readonly id: string;
  readonly diameterUm: number;
  readonly lengthMm: number;
  readonly lot?: string;
  readonly expires?: string;
}

/** An event with its envelope; `at` in milliseconds, as its device says, `recordedAt` as the server, once it has it. */
export interface Entry {
  readonly id: string;
  readonly device: string;
  readonly number: number;
  readonly at: number;
  readonly recordedAt?: number;
  readonly event: LedgerEvent;
}

export type Whereabouts = 'unaccounted' | 'broken' | 'dropped' | 'insertion-missing' | 'in-situ' | 'out';

/** A further time that a needle went in. */
export interface Again {
  readonly id: string;
  readonly placement: Placement;
  readonly insertedAt: number;
  readonly inSince: number;
  readonly removedAt: number | null;
}

export interface Needle {
  readonly id: string;
  readonly placement: Placement | null;
  readonly where: Whereabouts;
  readonly again: readonly Again[];
  readonly redirections: number;
  readonly twitches: number;
  readonly familiarPain: boolean;
  readonly bent: boolean;
  readonly felt: readonly string[];
  readonly borne: readonly string[];
  readonly open: readonly string[];
  readonly insertedAt: number | null;
  /** No later than it was stored: what the planned stay is counted from. */
  readonly inSince: number | null;
  readonly removedAt: number | null;
}

export interface Device {
  readonly id: string;
  readonly last: number;
  readonly complete: boolean;
  readonly finished: number | null;
  readonly handCount: number | null;
  readonly pages: boolean;
}

export type Standing = 'open' | 'closed' | 'closed-with-retained' | 'reopened';

/** What the entries of a session come to; the same as the server's `Session`. */
export interface Session {
  readonly needles: readonly Needle[];
  readonly devices: readonly Device[];
  readonly standing: Standing;
  readonly retained: readonly string[];
  readonly late: readonly string[];
  readonly unwell: readonly string[];
  readonly emergency: boolean;
  readonly tray: readonly TrayItem[];
  readonly pauses: number;
}

const NEEDLE = new Set([
  'inserted', 'reinserted', 'redirected', 'twitched', 'familiar-pain', 'sensed', 'tolerated', 'manipulated',
  'stimulated', 'removed', 'dropped', 'bent', 'broken', 'unaccounted', 'found', 'disposed',
]);
const RETRACTABLE = new Set([...NEEDLE, 'tray-laid', 'pause-asked', 'counted', 'felt-faint', 'emergency', 'recovered']);
const OBSERVED = new Set(['redirected', 'twitched', 'familiar-pain', 'sensed', 'tolerated', 'manipulated', 'stimulated']);

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The fold. Order and repetition of the entries do not matter, nor what any clock says. */
export function fold(entries: Iterable<Entry>): Session {
  const known = new Map<string, Entry>();
  for (const entry of entries) {
    known.set(entry.id, entry);
  }
  const all = [...known.values()].sort((one, other) => byText(one.id, other.id));
  const retracted = retractions(all, known);
  const needles = joinNeedles(all, retracted);
  const closings = all.filter((it) => it.event.kind === 'closed' || it.event.kind === 'closed-with-retained');
  const given = new Set(closings.flatMap((it) => it.event.retained ?? []));
  const seen = new Set(closings.flatMap((it) => it.event.needles ?? []));
  const standing = (kind: string): Entry[] => all.filter((it) => it.event.kind === kind && !retracted.has(it.id));
  const over = new Set(standing('recovered').map((it) => it.event.of));
  const unwell = [...standing('felt-faint'), ...standing('emergency')]
    .filter((it) => !over.has(it.id))
    .sort((one, other) => byText(one.id, other.id));
  return {
    needles,
    devices: devicesOf(all),
    standing: standingOf(closings, needles),
    retained: needles.filter((it) => given.has(it.id) && it.where !== 'out').map((it) => it.id),
    late: closings.length === 0 ? [] : needles.filter((it) => !seen.has(it.id)).map((it) => it.id),
    unwell: unwell.map((it) => it.id),
    emergency: unwell.some((it) => it.event.kind === 'emergency'),
    tray: standing('tray-laid').flatMap((it) => (it.event.item ? [it.event.item] : [])),
    pauses: standing('pause-asked').length,
  };
}

function retractions(all: readonly Entry[], known: ReadonlyMap<string, Entry>): Set<string> {
  const retracted = new Set<string>();
  for (const { event } of all) {
    const target = event.kind === 'entered-in-error' && event.event ? known.get(event.event) : undefined;
    if (target && RETRACTABLE.has(target.event.kind)) {
      retracted.add(target.id);
    }
  }
  return retracted;
}

/** When it happened, whatever a clock that runs fast says: no later than it was stored. */
const happenedBy = ({ at, recordedAt }: Entry): number => Math.min(at, recordedAt ?? at);

/** What is gathered of one needle. Every fact only adds; what takes back names what it takes back. */
class Join {
  insertionKnown = false;
  inserted: Entry | null = null;
  removed: Entry | null = null;
  readonly again = new Map<string, Entry>();
  readonly removedAgain = new Map<string, Entry>();
  inHand = false;
  observed = false;
  fell = false;
  redirections = 0;
  twitches = 0;
  familiarPain = false;
  bent = false;
  readonly felt = new Set<string>();
  readonly borne = new Set<string>();
  readonly reports = { unaccounted: new Set<string>(), broken: new Set<string>(), dropped: new Set<string>() };
  readonly settled = new Set<string>();

  add(entry: Entry): void {
    const { event } = entry;
    switch (event.kind) {
      case 'inserted':
        this.inserted ??= entry;
        break;
      case 'reinserted':
        this.again.set(entry.id, entry);
        break;
      case 'removed':
        this.remove(entry);
        break;
      case 'disposed':
        this.inHand = true;
        break;
      case 'found':
        event.settles?.forEach((it) => this.settled.add(it));
        this.inHand ||= event.where !== 'skin';
        break;
      case 'unaccounted':
      case 'broken':
        this.reports[event.kind].add(entry.id);
        break;
      case 'dropped':
        this.reports.dropped.add(entry.id);
        this.fell = true;
        break;
      case 'bent':
        this.bent = true;
        break;
      case 'redirected':
        this.redirections += 1;
        break;
      case 'twitched':
        this.twitches += 1;
        break;
      case 'familiar-pain':
        this.familiarPain = true;
        break;
      case 'sensed':
        this.felt.add(event.felt ?? '');
        break;
      case 'tolerated':
        this.borne.add(event.how ?? '');
        break;
      default:
    }
    this.observed ||= OBSERVED.has(event.kind);
  }

  private remove(entry: Entry): void {
    const { of } = entry.event;
    if (of === undefined || of === null) {
      this.removed ??= entry;
    } else if (!this.removedAgain.has(of)) {
      this.removedAgain.set(of, entry);
    }
  }

  /** Whether there is such a needle at all. */
  counts(): boolean {
    const { unaccounted, broken } = this.reports;
    return Boolean(
      this.inserted || this.removed || this.again.size || this.removedAgain.size || this.inHand || this.fell
        || unaccounted.size || broken.size || (!this.insertionKnown && (this.observed || this.bent)),
    );
  }

  needle(id: string): Needle {
    const open = [
      ...this.reports.unaccounted, ...this.reports.broken, ...(this.inHand ? [] : this.reports.dropped),
    ].filter((it) => !this.settled.has(it));
    return {
      id,
      placement: this.inserted?.event.placement ?? null,
      where: this.where(open),
      again: [...this.again.values()].map((it) => ({
        id: it.id,
        placement: it.event.placement as Placement,
        insertedAt: it.at,
        inSince: happenedBy(it),
        removedAt: this.removedAgain.get(it.id)?.at ?? null,
      })),
      redirections: this.redirections,
      twitches: this.twitches,
      familiarPain: this.familiarPain,
      bent: this.bent,
      felt: [...this.felt].sort(byText),
      borne: [...this.borne].sort(byText),
      open: open.sort(byText),
      insertedAt: this.inserted?.at ?? null,
      inSince: this.inserted && happenedBy(this.inserted),
      removedAt: this.removed?.at ?? null,
    };
  }

  private where(open: readonly string[]): Whereabouts {
    for (const report of ['unaccounted', 'broken', 'dropped'] as const) {
      if (open.some((it) => this.reports[report].has(it))) {
        return report;
      }
    }
    const unknown = [...this.removedAgain.keys()].some((it) => !this.again.has(it));
    if (unknown || (!this.inserted && (this.removed || this.observed || !this.fell))) {
      return 'insertion-missing';
    }
    const inAgain = [...this.again.keys()].some((it) => !this.removedAgain.has(it));
    return !inAgain && (this.removed || this.inHand) ? 'out' : 'in-situ';
  }
}

function joinNeedles(all: readonly Entry[], retracted: ReadonlySet<string>): Needle[] {
  const joins = new Map<string, Join>();
  const retractedAgain: string[] = [];
  for (const entry of all) {
    const { kind, needle } = entry.event;
    if (needle === undefined || !NEEDLE.has(kind)) {
      continue;
    }
    const join = joins.get(needle) ?? new Join();
    joins.set(needle, join);
    join.insertionKnown ||= kind === 'inserted';
    if (!retracted.has(entry.id)) {
      join.add(entry);
    } else if (kind === 'reinserted') {
      retractedAgain.push(entry.id);
    }
  }
  return [...joins]
    .sort(([one], [other]) => byText(one, other))
    .flatMap(([id, join]) => {
      retractedAgain.forEach((it) => join.removedAgain.delete(it));
      return join.counts() ? [join.needle(id)] : [];
    });
}

function devicesOf(all: readonly Entry[]): Device[] {
  interface Known { numbers: Set<number>; finished: number | null; handCount: number | null; pages: boolean }
  const devices = new Map<string, Known>();
  const device = (id: string): Known => {
    const known = devices.get(id) ?? { numbers: new Set<number>(), finished: null, handCount: null, pages: false };
    devices.set(id, known);
    return known;
  };
  for (const { device: from, number, event } of all) {
    const one = device(from);
    one.numbers.add(number);
    one.pages ||= event.kind === 'opened';
    if (event.kind === 'device-finished' && event.device) {
      const other = device(event.device);
      other.finished = Math.max(other.finished ?? 0, event.last ?? 0);
    }
    if (event.kind === 'device-lost' && event.device) {
      const other = device(event.device);
      other.handCount = Math.max(other.handCount ?? 0, event.handCount ?? 0);
    }
  }
  return [...devices]
    .sort(([one], [other]) => byText(one, other))
    .map(([id, { numbers, finished, handCount, pages }]) => {
      const last = Math.max(0, ...numbers);
      return { id, last, complete: numbers.size === last, finished, handCount, pages };
    });
}

/** A closing holds while it knew every needle, and each is out or was given up in it. */
function standingOf(closings: readonly Entry[], needles: readonly Needle[]): Standing {
  if (closings.length === 0) {
    return 'open';
  }
  const holding = closings.filter(({ event }) => {
    const known = new Set(event.needles);
    const retained = new Set(event.retained);
    return needles.every(
      (it) => known.has(it.id) && (it.where === 'out' || (retained.has(it.id) && isMissing(it))),
    );
  });
  if (holding.length === 0) {
    return 'reopened';
  }
  return holding.some((it) => it.event.kind === 'closed') ? 'closed' : 'closed-with-retained';
}

export const isClosed = (standing: Standing): boolean => standing === 'closed' || standing === 'closed-with-retained';

/** Whether it is to be searched for. */
export function isMissing(needle: Needle): boolean {
  return needle.where === 'unaccounted' || needle.where === 'broken' || needle.where === 'dropped';
}

/** Whether a device may hold events that nobody else has seen. */
export function isPending(device: Device): boolean {
  return device.handCount === null
    && (!device.complete || !(device.pages || device.finished === device.last));
}
