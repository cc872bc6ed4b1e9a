import { describe, expect, it } from 'vitest';
import { meant } from './hit';
import type { Ring } from './rings';
import { pairsOf, SCENES } from './scenes';

const MAIN = ['front', 'back', 'left', 'right'];

describe('a part of the body', () => {
  it('is looked at on the views that there are', () => {
    expect(pairsOf(SCENES['head']!, (view) => MAIN.includes(view))).toEqual([['back']]);
    for (const scene of Object.values(SCENES)) {
      expect(pairsOf(scene, () => true).flat().length).toBeGreaterThan(3);
    }
  });

  it('shows its close-ups first where there are any', () => {
    expect(pairsOf(SCENES['hand']!, () => true)[0]).toEqual(['palm-r', 'palm-l']);
    expect(pairsOf(SCENES['foot']!, (view) => view !== 'sole-l')[0]).toEqual(['sole-r']);
  });

  it('lies on the figure', () => {
    for (const { x, y, width, height } of Object.values(SCENES).flatMap(({ parts }) => Object.values(parts))) {
      expect(x >= 0 && y >= 0 && x + width <= 700 && y + height <= 1740).toBe(true);
    }
  });
});

describe('a finger', () => {
  const square = (x: number, y: number, size: number): Ring => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
  const shapes = [
    { name: 'large', rings: [square(0, 0, 100)] },
    { name: 'small', rings: [square(40, 40, 10)] },
    { name: 'beside', rings: [square(110, 0, 20)] },
  ];

  it('means the smallest place that it lies on', () => {
    expect(meant(shapes, [45, 45], 5)?.name).toBe('small');
    expect(meant(shapes, [20, 20], 5)?.name).toBe('large');
  });

  it('means the nearest place within its reach, and none beyond it', () => {
    expect(meant(shapes, [108, 10], 5)?.name).toBe('beside');
    expect(meant(shapes, [160, 60], 5)).toBeUndefined();
  });
});
