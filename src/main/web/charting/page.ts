import type { Catalogue, Place } from './catalogue';
import type { Link } from './replica';
import type { LedgerEvent, MapPoint, Placement, Session } from './fold';
import type { Settings } from './settings';
import type { Say } from './words';

/** A muscle proposed by the page. */
export interface Proposal extends Place {
  /** What is known of it here, such as "3 needles, twitch". */
  readonly hint?: string;
  /** How it was needled last time. */
  readonly placement?: Placement;
  readonly needles?: number;
  /** Where last time's needles were marked on the body map. */
  readonly points?: readonly MapPoint[];
}

/** A needle that somebody has given a name. */
export interface Pattern {
  readonly id: string;
  readonly name: string;
  readonly placement: Placement;
}

/** What the server gives a page to begin with; no names of people. */
export interface Given {
  readonly targets: readonly Proposal[];
  readonly last: readonly Proposal[];
  readonly lastDay: string | null;
  readonly candidates: readonly Proposal[];
  readonly usual: Placement | null;
  readonly patterns: readonly Pattern[];
  readonly cautions: readonly string[];
  readonly emergencyNumber: string;
}

/** Whether the gates were asked about the chosen muscle. */
export type Gate = 'asking' | 'asks' | 'open' | 'unasked';

/** All that the page draws. */
export interface State {
  readonly session: Session;
  readonly link: Link;
  readonly refusal: string;
  readonly unsent: { readonly mine: number; readonly others: number };
  readonly offlineSince: number | null;
  readonly joined: boolean;
  readonly now: number;
  /** The practice's date, such as `2026-12-02`. */
  readonly today: string;
  readonly given: Given;
  readonly catalogue: Catalogue | null;
  readonly chosen: Place | null;
  readonly gate: Gate;
  readonly typed: string;
  readonly region: string;
  readonly settings: Settings;
  readonly agoMinutes: number;
  /** What could not be done. */
  readonly fault: string;
  /** What is still to be chosen, or wrong, of the needle as it is set. */
  readonly needleFault: string;
  /** Where the next needle goes, marked on the body map. */
  readonly point: MapPoint | null;
  readonly undoable: boolean;
}

/** What the page can be asked to do. */
export interface Acts {
  chart(events: readonly LedgerEvent[]): void;
  /** A needle comes out. */
  out(needle: Session['needles'][number]): void;
  /** Takes back what stands of one kind about a needle; of no kind, everything. */
  retract(needle: string, kind?: string): void;
  insert(count: number): void;
  along(from: string, to: string, both: boolean): void;
  asLastTime(proposal: Proposal): void;
  /** Chooses a muscle, at a point of the body map where one was marked. */
  choose(place: Place, point?: MapPoint | null): void;
  /** Leaves the marked place out, and takes its pin away. */
  unmark(): void;
  search(typed: string): void;
  open(region: string): void;
  set(settings: Partial<Settings>): void;
  when(agoMinutes: number): void;
  undo(): void;
  close(): void;
  /** Keeps the needle as it is set under a name. */
  keepPattern(name: string): void;
  dropPattern(id: string): void;
}

export interface Tools {
  readonly say: Say;
  readonly acts: Acts;
  readonly address: string;
  readonly signIn: string;
  /** The date where the practice is, such as `2026-12-02`. */
  date(at: number): string;
  /** "3:04 PM", where the practice is. */
  time(at: number): string;
  muscle(id: string): string;
  /** "Upper trapezius, right". */
  place(place: Place): string;
  /** "0.25 × 40 mm". */
  /** Where a point of the body map lies, in words. */
  site(point: MapPoint): string;
  size(needle: { readonly diameterUm: number; readonly lengthMm: number }): string;
  diameter(um: number): string;
}

/** "4:05", minutes and seconds of a span. */
export function clock(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "30 s", "10 min". */
export function span(seconds: number, say: Say): string {
  return seconds % 60 === 0 ? say('charting.span.minutes', seconds / 60) : say('charting.span.seconds', seconds);
}
