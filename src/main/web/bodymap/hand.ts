import type { Point } from './rings';

/** A finger that moves less than this many pixels has tapped. */
const SLACK = 8;

/** What fingers, a pen or a mouse do on a figure. Points are in pixels of the window. */
export type Doings = {
  /** Whether a single finger paints now, rather than moves the figure. */
  paints(): boolean;
  /** A finger came up where it went down. */
  tap(at: Point): void;
  /** A stroke has begun or gone on. */
  stroke(line: readonly Point[]): void;
  /** The finger came up; the stroke counts. */
  stroked(line: readonly Point[]): void;
  /** The stroke does not count: a second finger came, or the system took the first away. */
  dropped(): void;
  /** The figure is drawn along. */
  pan(dx: number, dy: number): void;
  /** Two fingers draw apart (over 1) or together, around a point, and along. */
  pinch(factor: number, around: Point, dx: number, dy: number): void;
};

/**
 * Tells a tap from a stroke, and both from moving the figure. Everything counts only when the finger comes up: whoever has second thoughts
 * moves away, or lays down a second finger.
 */
export class Hand {
  readonly #doings: Doings;
  readonly #fingers = new Map<number, Point>();
  #line: Point[] | null = null;
  #started: Point = [0, 0];
  #moved = false;

  constructor(doings: Doings) {
    this.#doings = doings;
  }

  down(finger: number, at: Point): void {
    this.#fingers.set(finger, at);
    if (this.#fingers.size > 1) {
      this.#drop();
      this.#moved = true;
      return;
    }
    this.#started = at;
    this.#moved = false;
    if (this.#doings.paints()) {
      this.#line = [at];
      this.#doings.stroke(this.#line);
    }
  }

  /** @param way where the finger has been since it was last heard of, the newest last */
  move(finger: number, way: readonly Point[]): void {
    const from = this.#fingers.get(finger);
    const at = way[way.length - 1];
    if (!from || !at) {
      return;
    }
    if (this.#fingers.size === 2) {
      this.#pinch(finger, from, at);
      this.#fingers.set(finger, at);
      return;
    }
    if (this.#fingers.size > 2) {
      return;
    }
    if (this.#line) {
      this.#line.push(...way);
      this.#doings.stroke(this.#line);
    } else if (this.#moved || far(at, this.#started)) {
      this.#moved = true;
      this.#doings.pan(at[0] - from[0], at[1] - from[1]);
    } else {
      return;
    }
    this.#fingers.set(finger, at);
  }

  up(finger: number, at: Point): void {
    if (!this.#fingers.delete(finger)) {
      return;
    }
    if (this.#line) {
      const line = this.#line;
      this.#line = null;
      this.#doings.stroked(line);
    } else if (!this.#moved && this.#fingers.size === 0 && !far(at, this.#started)) {
      this.#doings.tap(at);
    }
  }

  /** The system took the finger away, as for scrolling the page: nothing has happened. */
  cancel(finger: number): void {
    this.#fingers.delete(finger);
    this.#drop();
  }

  #drop(): void {
    if (this.#line) {
      this.#line = null;
      this.#doings.dropped();
    }
  }

  #pinch(finger: number, from: Point, at: Point): void {
    const other = [...this.#fingers].find(([id]) => id !== finger)?.[1];
    if (other) {
      const factor = apart(at, other) / Math.max(1, apart(from, other));
      const [before, now] = [between(from, other), between(at, other)];
      this.#doings.pinch(factor, now, now[0] - before[0], now[1] - before[1]);
    }
  }
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

function far(one: Point, other: Point): boolean {
  return apart(one, other) > SLACK;
}

function between(one: Point, other: Point): Point {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
}
