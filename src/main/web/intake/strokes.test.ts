import { describe, expect, test } from 'vitest';
import { path } from './strokes';

const same = { x: 1, y: 1 };

describe('a drawn signature', () => {
  test('is moves and lines with whole numbers', () => {
    expect(path([[{ x: 1.4, y: 2.6 }, { x: 10, y: 20 }], [{ x: 5, y: 5 }]], same)).toBe('M1 3L10 20M5 5');
  });

  test('is drawn on a field of 600 by 200 whatever the screen', () => {
    expect(path([[{ x: 300, y: 100 }, { x: 999, y: -4 }]], { x: 2, y: 2 })).toBe('M600 200L600 0');
  });

  test('is thinned out when it is long, and keeps its ends', () => {
    const long = Array.from({ length: 9000 }, (_, at) => ({ x: at % 600, y: at % 200 }));
    const drawn = path([long], same);
    expect(drawn.length).toBeLessThanOrEqual(20_000);
    expect(drawn.startsWith('M0 0')).toBe(true);
    expect(drawn.endsWith(`L${8999 % 600} ${8999 % 200}`)).toBe(true);
  });

  test('of nothing is nothing', () => {
    expect(path([], same)).toBe('');
  });
});
