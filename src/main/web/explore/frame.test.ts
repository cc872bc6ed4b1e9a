import { describe, expect, it } from 'vitest';
import { boxOf, frameOf, moved, zoomed } from './frame';

const whole = frameOf('0 0 700 1740');

describe('the part of a view that is shown', () => {
  it('reads and writes a view box', () => {
    expect(boxOf(frameOf('188 0 324 1740'))).toBe('188 0 324 1740');
  });

  it('keeps the point under the finger where it is', () => {
    const near = zoomed(whole, whole, 2, { x: 350, y: 435 });
    expect(near).toEqual({ x: 175, y: 217.5, width: 350, height: 870 });
    expect((350 - near.x) / near.width).toBe(0.5);
  });

  it('never shows less than an eighth nor more than the whole', () => {
    expect(zoomed(whole, whole, 100, { x: 0, y: 0 }).width).toBe(87.5);
    expect(zoomed(zoomed(whole, whole, 4, { x: 9, y: 9 }), whole, 0.01, { x: 9, y: 9 })).toEqual(whole);
  });

  it('stops at the edge of the figure', () => {
    const near = zoomed(whole, whole, 2, { x: 350, y: 870 });
    expect(moved(near, whole, 9999, -9999)).toMatchObject({ x: 350, y: 0 });
  });
});
