import type { Box, Point } from './rings';

/** As near as it gets: a millimetre of the body is this many pixels. */
const NEAREST = 4;

export type Size = { readonly width: number; readonly height: number };

/**
 * Which part of a view is seen in its window. The window keeps its size; what it shows is never lost out of sight: where the view is smaller than
 * the window it stays in the middle, else it fills the window.
 */
export class Camera {
  readonly #whole: Box;
  #window: Size;
  #middle: Point;
  #scale: number;

  /**
   * @param whole  the whole view, in mm
   * @param window in pixels
   */
  constructor(whole: Box, window: Size) {
    this.#whole = whole;
    this.#window = window;
    this.#middle = middleOf(whole);
    this.#scale = this.#fit(whole);
  }

  /** What is seen, in mm: of the shape of the window. */
  get box(): Box {
    const [width, height] = [this.#window.width / this.#scale, this.#window.height / this.#scale];
    return { x: this.#middle[0] - width / 2, y: this.#middle[1] - height / 2, width, height };
  }

  /** Pixels for a millimetre. */
  get scale(): number {
    return this.#scale;
  }

  get isNear(): boolean {
    return this.#scale > this.#fit(this.#whole) * 1.001;
  }

  get isNearest(): boolean {
    return this.#scale >= NEAREST * 0.999;
  }

  /** The window has changed its size; what was in the middle stays there, and a view that was seen whole still is. */
  resize(window: Size): void {
    const near = this.isNear;
    this.#window = window;
    this.#turn(near ? this.#scale : 0, this.#middle);
  }

  /** Nearer (over 1) or farther, while a point, in mm, stays where it is in the window. */
  zoom(factor: number, [x, y]: Point = this.#middle): void {
    const scale = this.#within(this.#scale * factor);
    const moved = this.#scale / scale;
    this.#turn(scale, [x + (this.#middle[0] - x) * moved, y + (this.#middle[1] - y) * moved]);
  }

  /** Moves what is seen, in mm. */
  pan(dx: number, dy: number): void {
    this.#turn(this.#scale, [this.#middle[0] + dx, this.#middle[1] + dy]);
  }

  /** Shows a part, as large as it fits. */
  show(part: Box): void {
    this.#turn(this.#fit(part), middleOf(part));
  }

  /** Shows the whole view. */
  whole(): void {
    this.show(this.#whole);
  }

  /** Moves just so far that a point, in mm, is in sight, with some room around it. */
  follow([x, y]: Point): void {
    const { x: left, y: top, width, height } = this.box;
    const [roomX, roomY] = [width * 0.12, height * 0.12];
    const over = (at: number, from: number, to: number) => Math.min(0, at - from) + Math.max(0, at - to);
    this.pan(over(x, left + roomX, left + width - roomX), over(y, top + roomY, top + height - roomY));
  }

  #fit({ width, height }: Box): number {
    return Math.min(this.#window.width / width, this.#window.height / height) || 1;
  }

  #within(scale: number): number {
    const least = this.#fit(this.#whole);
    return Math.max(least, Math.min(Math.max(NEAREST, least), scale));
  }

  #turn(scale: number, [x, y]: Point): void {
    this.#scale = this.#within(scale);
    const { x: left, y: top, width, height } = this.#whole;
    this.#middle = [
      kept(x, left, width, this.#window.width / this.#scale),
      kept(y, top, height, this.#window.height / this.#scale),
    ];
  }
}

function middleOf({ x, y, width, height }: Box): Point {
  return [x + width / 2, y + height / 2];
}

/** The middle of what is seen, so that no edge of the view comes farther in than the window's. */
function kept(middle: number, start: number, length: number, seen: number): number {
  return seen >= length ? start + length / 2 : Math.max(start + seen / 2, Math.min(start + length - seen / 2, middle));
}
