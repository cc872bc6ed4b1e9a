import { beforeEach, describe, expect, it } from 'vitest';
import { Hand } from './hand';

let told: string[];
let brush: boolean;
let hand: Hand;

beforeEach(() => {
  told = [];
  brush = false;
  hand = new Hand({
    paints: () => brush,
    tap: ([x, y]) => told.push(`tap ${x} ${y}`),
    stroke: (line) => told.push(`stroke ${line.length}`),
    stroked: (line) => told.push(`stroked ${line.length}`),
    dropped: () => told.push('dropped'),
    pan: (dx, dy) => told.push(`pan ${dx} ${dy}`),
    pinch: (factor, [x, y], dx, dy) => told.push(`pinch ${factor} around ${x} ${y} along ${dx} ${dy}`),
  });
});

describe('a finger', () => {
  it('taps when it comes up where it went down, unsteady as it may be', () => {
    hand.down(1, [10, 10]);
    hand.move(1, [[13, 12]]);
    expect(told).toEqual([]);
    hand.up(1, [13, 12]);
    expect(told).toEqual(['tap 13 12']);
  });

  it('moves the figure when it is drawn along, and taps nothing', () => {
    hand.down(1, [10, 10]);
    hand.move(1, [[30, 10]]);
    hand.move(1, [[12, 10]]);
    hand.up(1, [12, 10]);
    expect(told).toEqual(['pan 20 0', 'pan -18 0']);
  });

  it('paints with a brush in it, a single dot too', () => {
    brush = true;
    hand.down(1, [10, 10]);
    hand.up(1, [10, 10]);
    expect(told).toEqual(['stroke 1', 'stroked 1']);
  });

  it('leaves no stroke when a second finger comes', () => {
    brush = true;
    hand.down(1, [0, 0]);
    hand.move(1, [[5, 0]]);
    hand.down(2, [100, 0]);
    hand.move(2, [[200, 0]]);
    hand.up(2, [200, 0]);
    hand.up(1, [5, 0]);
    expect(told).toEqual(['stroke 1', 'stroke 2', 'dropped', `pinch ${195 / 95} around 102.5 0 along 50 0`]);
  });

  it('has done nothing when the page is scrolled instead', () => {
    hand.down(1, [10, 10]);
    hand.cancel(1);
    hand.up(1, [10, 10]);
    expect(told).toEqual([]);
  });
});
