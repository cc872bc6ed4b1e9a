import type { Box, Point, Ring } from './rings';
import { distance } from './simplify';

/** Size of a cell, in mm: finer than a brush, coarse enough for a telephone. */
export const CELL = 2;

const SUBROWS = 4;

/**
 * Paint on a piece of a view: how much of each cell is covered, 0 to 1. Strokes and shapes are laid on and taken off here; what comes out is
 * outlines again, through the middles of half-covered cells.
 */
export class Field {
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #covered: Float32Array;

  /** Bare ground over a box, and a rim of two cells around it. */
  constructor(box: Box) {
    this.#left = Math.floor(box.x / CELL) * CELL - 2 * CELL;
    this.#top = Math.floor(box.y / CELL) * CELL - 2 * CELL;
    this.#columns = Math.ceil((box.x + box.width - this.#left) / CELL) + 3;
    this.#rows = Math.ceil((box.y + box.height - this.#top) / CELL) + 3;
    this.#covered = new Float32Array(this.#columns * this.#rows);
  }

  /** Square mm that are covered. */
  get area(): number {
    return this.#covered.reduce((sum, part) => sum + part, 0) * CELL * CELL;
  }

  /** Lays on a stroke of a round brush. */
  stroke(line: readonly Point[], radius: number): this {
    return this.#along(line, radius, (now, laid) => Math.max(now, laid));
  }

  /** Takes away under a stroke. */
  erase(line: readonly Point[], radius: number): this {
    return this.#along(line, radius, (now, laid) => Math.min(now, 1 - laid));
  }

  /** Lays on a shape. */
  fill(rings: readonly Ring[]): this {
    return this.#with(rings, (now, laid) => Math.max(now, laid));
  }

  /** Leaves only what lies inside a shape. */
  clip(rings: readonly Ring[]): this {
    return this.#with(rings, (now, laid) => Math.min(now, laid));
  }

  /** Square mm that are covered within a shape. */
  within(rings: readonly Ring[]): number {
    return new Field(this.#box()).fill(rings).#shared(this) * CELL * CELL;
  }

  /** The outlines of what is covered: outer rings have a positive area, holes a negative one. */
  rings(): Ring[] {
    const next = new Map<number, number>();
    for (let row = 0; row + 1 < this.#rows; row++) {
      for (let column = 0; column + 1 < this.#columns; column++) {
        this.#crossings(column, row, next);
      }
    }
    const rings: Ring[] = [];
    for (let first = next.keys().next(); !first.done; first = next.keys().next()) {
      const ring: Point[] = [];
      for (let edge: number | undefined = first.value; edge !== undefined && next.has(edge); ) {
        const to = next.get(edge);
        next.delete(edge);
        ring.push(this.#point(edge));
        edge = to;
      }
      rings.push(ring);
    }
    return rings;
  }

  #box(): Box {
    return { x: this.#left + 2 * CELL, y: this.#top + 2 * CELL, width: (this.#columns - 5) * CELL, height: (this.#rows - 5) * CELL };
  }

  #shared(other: Field): number {
    return this.#covered.reduce((sum, part, at) => sum + Math.min(part, other.#covered[at] ?? 0), 0);
  }

  #along(line: readonly Point[], radius: number, lay: (now: number, laid: number) => number): this {
    line.forEach((to, at) => {
      const from = line[at - 1] ?? to;
      const [firstColumn, lastColumn] = this.#span(from[0], to[0], radius, this.#left, this.#columns);
      const [firstRow, lastRow] = this.#span(from[1], to[1], radius, this.#top, this.#rows);
      for (let row = firstRow; row <= lastRow; row++) {
        for (let column = firstColumn; column <= lastColumn; column++) {
          const centre: Point = [this.#left + (column + 0.5) * CELL, this.#top + (row + 0.5) * CELL];
          const laid = Math.max(0, Math.min(1, 0.5 + (radius - distance(centre, from, to)) / CELL));
          const cell = row * this.#columns + column;
          this.#covered[cell] = lay(this.#covered[cell]!, laid);
        }
      }
    });
    return this;
  }

  /** The cells that a brush touches along one axis; the outermost two stay bare, so that every outline closes. */
  #span(a: number, b: number, radius: number, origin: number, cells: number): [number, number] {
    const first = Math.floor((Math.min(a, b) - radius - origin) / CELL) - 1;
    const last = Math.ceil((Math.max(a, b) + radius - origin) / CELL) + 1;
    return [Math.max(1, first), Math.min(cells - 2, last)];
  }

  /** Even-odd coverage, row by row in four thin slices, exact along each of them. */
  #with(rings: readonly Ring[], lay: (now: number, laid: number) => number): this {
    const laid = new Float32Array(this.#columns);
    for (let row = 1; row + 1 < this.#rows; row++) {
      laid.fill(0);
      for (let slice = 0; slice < SUBROWS; slice++) {
        const y = this.#top + (row + (slice + 0.5) / SUBROWS) * CELL;
        const crossings = crossingsAt(rings, y).map((x) => (x - this.#left) / CELL);
        for (let at = 0; at + 1 < crossings.length; at += 2) {
          cover(laid, crossings[at]!, crossings[at + 1]!, 1 / SUBROWS);
        }
      }
      for (let column = 1; column + 1 < this.#columns; column++) {
        const cell = row * this.#columns + column;
        this.#covered[cell] = lay(this.#covered[cell]!, Math.min(1, laid[column]!));
      }
    }
    return this;
  }

  #at(column: number, row: number): number {
    return this.#covered[row * this.#columns + column]!;
  }

  /** Where the outline runs between four neighbouring centres: from one of their edges to another, the paint on its right as seen on a page. */
  #crossings(column: number, row: number, next: Map<number, number>): void {
    const corners =
      (this.#at(column, row) > 0.5 ? 8 : 0) |
      (this.#at(column + 1, row) > 0.5 ? 4 : 0) |
      (this.#at(column + 1, row + 1) > 0.5 ? 2 : 0) |
      (this.#at(column, row + 1) > 0.5 ? 1 : 0);
    const cell = row * this.#columns + column;
    const edges = [cell * 2, (cell + 1) * 2 + 1, (cell + this.#columns) * 2, cell * 2 + 1];
    for (const [from, to] of STEPS[corners]!) {
      next.set(edges[to]!, edges[from]!);
    }
  }

  /** The point of an edge where half of the ground is covered. */
  #point(edge: number): Point {
    const cell = edge >> 1;
    const [column, row] = [cell % this.#columns, Math.floor(cell / this.#columns)];
    const down = edge & 1;
    const here = this.#at(column, row);
    const there = this.#at(column + (down ? 0 : 1), row + down);
    const along = (0.5 - here) / (there - here);
    return [this.#left + (column + 0.5 + (down ? 0 : along)) * CELL, this.#top + (row + 0.5 + (down ? along : 0)) * CELL];
  }
}

/** For each set of covered corners (8 4 above 1 2), the steps between edges, backwards: 0 above, 1 right, 2 below, 3 left. */
const STEPS: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[2, 3]],
  [[1, 2]],
  [[1, 3]],
  [[0, 1]],
  [
    [0, 1],
    [2, 3],
  ],
  [[0, 2]],
  [[0, 3]],
  [[3, 0]],
  [[2, 0]],
  [
    [3, 0],
    [1, 2],
  ],
  [[1, 0]],
  [[3, 1]],
  [[2, 1]],
  [[3, 2]],
  [],
];

function crossingsAt(rings: readonly Ring[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[j]!;
      if (ay > y !== by > y) {
        found.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
      }
    }
  }
  return found.sort((one, other) => one - other);
}

function cover(laid: Float32Array, from: number, to: number, weight: number): void {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(laid.length - 1, Math.floor(to));
  for (let column = first; column <= last; column++) {
    laid[column]! += weight * Math.max(0, Math.min(to, column + 1) - Math.max(from, column));
  }
}
