import { describe, expect, it } from 'vitest';
import { erased, painted, shares, type Stroke } from './brush';
import type { Area } from './drawing';
import { USUAL, type Feeling } from './feeling';
import { Field } from './field';
import { middleOf } from './ink';
import { read, written } from './outline';
import { inside, ringsOf, signedArea, type Point, type Ring } from './rings';
import { atMost, distance } from './simplify';

const SKIN: Ring[] = [square(0, 0, 300)];
const SHARP: Feeling = { ...USUAL, quality: 'sharp' };

function square(x: number, y: number, size: number): Ring {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
}

function stroke(radius: number, ...line: Point[]): Stroke {
  return { view: 'back', line, radius };
}

function areaOf(rings: readonly Ring[]): number {
  return Math.abs(rings.reduce((sum, ring) => sum + signedArea(ring), 0));
}

function paintAll(...strokes: Stroke[]): readonly Area[] {
  return strokes.reduce<readonly Area[]>((areas, each, at) => painted(areas, each, USUAL, SKIN, `area-${at + 1}`), []);
}

describe('a brush', () => {
  it('leaves as much paint as its disc is large', () => {
    const [dot] = paintAll(stroke(20, [150, 150]));
    expect(areaOf(dot!.rings)).toBeGreaterThan(Math.PI * 400 * 0.97);
    expect(areaOf(dot!.rings)).toBeLessThan(Math.PI * 400 * 1.03);
  });

  it('paints the skin alone', () => {
    const [edge] = paintAll(stroke(20, [0, 150], [0, 180]));
    expect(edge!.rings.flat().every(([x]) => x >= -1)).toBe(true);
    expect(paintAll(stroke(20, [-80, 150]))).toEqual([]);
  });

  it('makes one area of strokes that touch, and two of strokes that do not', () => {
    expect(paintAll(stroke(10, [50, 50], [100, 50]), stroke(10, [100, 55], [100, 120]))).toHaveLength(1);
    expect(paintAll(stroke(10, [50, 50], [100, 50]), stroke(10, [100, 120]))).toHaveLength(2);
  });

  it('lays another feeling on top', () => {
    const aching = paintAll(stroke(30, [150, 150]));
    const both = painted(aching, stroke(8, [150, 150]), SHARP, SKIN, 'area-2');
    expect(both.map(({ feeling }) => feeling.quality)).toEqual(['', 'sharp']);
  });

  it('does not mind strokes that cross themselves', () => {
    const [knot] = paintAll(stroke(5, [50, 50], [100, 100], [100, 50], [50, 100]));
    expect(written([knot!])).toHaveLength(1);
  });

  it('has as many outlines after hundreds of strokes as there are shapes', () => {
    let areas: readonly Area[] = [];
    for (let n = 0; n < 200; n++) {
      areas = painted(areas, stroke(12, [20 + ((n * 350) % 260), 20 + ((n * 650) % 260)]), USUAL, SKIN, `area-${n}`);
    }
    expect(written(areas).length).toBeLessThan(60);
  });
});

describe('an eraser', () => {
  it('cuts an area in two, which stay one in what is said of them', () => {
    const cut = erased(paintAll(stroke(10, [50, 150], [250, 150])), stroke(15, [150, 100], [150, 200]));
    expect(cut).toHaveLength(1);
    expect(cut[0]!.rings).toHaveLength(2);
    expect(written(cut)).toHaveLength(2);
  });

  it('leaves a hole, which is sent as one outline around it', () => {
    const ring = erased(paintAll(stroke(40, [150, 150])), stroke(15, [150, 150]));
    expect(ring[0]!.rings).toHaveLength(2);
    const [sent] = read(written(ring), () => true);
    expect(inside(sent!.rings, [150, 150])).toBe(false);
    expect(inside(sent!.rings, [150, 178])).toBe(true);
  });

  it('takes an area away that it covers, and touches nothing else', () => {
    const two = paintAll(stroke(8, [50, 50]), stroke(8, [150, 150]));
    expect(erased(two, stroke(20, [50, 50])).map(({ id }) => id)).toEqual(['area-2']);
    expect(erased(two, stroke(8, [250, 250]))).toBe(two);
  });
});

describe('what is painted', () => {
  const zones = [
    { key: 'upper:M', rings: [square(0, 0, 100)] },
    { key: 'lower:M', rings: [square(0, 100, 100)] },
    { key: 'far:M', rings: [square(200, 200, 50)] },
  ];

  it('covers so much of each zone', () => {
    const found = shares([square(0, 50, 100)], zones);
    expect(found.get('upper:M')).toBeCloseTo(0.5, 1);
    expect(found.get('lower:M')).toBeCloseTo(0.5, 1);
    expect(found.has('far:M')).toBe(false);
  });
});

describe('an outline', () => {
  it('has at most two hundred points and keeps its shape', () => {
    const wavy: Point[] = Array.from({ length: 2000 }, (_, n) => {
      const [turn, far] = [(n / 2000) * 2 * Math.PI, 90 + 6 * Math.sin(n / 9)];
      return [150 + far * Math.cos(turn), 150 + far * Math.sin(turn)];
    });
    const thin = atMost(wavy, 200);
    expect(thin.length).toBeLessThanOrEqual(200);
    const off = wavy.map((point) => Math.min(...thin.map((from, at) => distance(point, from, thin[(at + 1) % thin.length]!))));
    expect(Math.max(...off)).toBeLessThan(8);
  });

  it('comes back as it was sent', () => {
    const areas = painted([], stroke(15, [80, 80], [120, 140]), { intensity: 8, quality: 'burning', spreads: true }, SKIN, 'area-1');
    const again = read(written(areas), () => true);
    expect(again[0]!.feeling).toEqual({ intensity: 8, quality: 'burning', spreads: true });
    expect(areaOf(again[0]!.rings)).toBeCloseTo(areaOf(areas[0]!.rings), -1);
    expect(written(again)).toEqual(written(areas));
  });

  it('is left out when it is none', () => {
    for (const broken of ['', 'back', 'back;5;;no;', 'back;5;;no;1,1 2,2', 'back;5;;no;1,1 2,2 NaN,3', 'back;eleven;;no;1,1 2,2 2,3']) {
      expect(read([broken], () => true)).toEqual([]);
    }
  });
});

describe('a field', () => {
  it('keeps to what is laid on', () => {
    const field = new Field({ x: 0, y: 0, width: 100, height: 100 }).fill([square(10, 10, 51)]);
    expect(field.area).toBeCloseTo(51 * 51, 0);
    expect(areaOf(field.rings())).toBeGreaterThan(51 * 51 * 0.98);
  });
});

describe('a path of the map', () => {
  it('is read as rings, whatever its letters', () => {
    expect(ringsOf('M 10 10 l 5 0 0 5 z')).toEqual([
      [
        [10, 10],
        [15, 10],
        [15, 15],
      ],
    ]);
    expect(ringsOf('M10 10h5v5zm20-.5l1 1-2 0z')).toEqual([
      [
        [10, 10],
        [15, 10],
        [15, 15],
      ],
      [
        [30, 9.5],
        [31, 10.5],
        [29, 10.5],
      ],
    ]);
    expect(ringsOf('M1 2L3 2L3 4Z')).toHaveLength(1);
  });
});

describe('the number of a shape', () => {
  it('stands inside, well away from every edge, whatever the shape', () => {
    const [hook] = paintAll(stroke(12, [60, 60], [60, 200], [200, 200]));
    const middle = middleOf(hook!.rings);
    expect(inside(hook!.rings, middle)).toBe(true);
    const edge = Math.min(...hook!.rings[0]!.map((from, at, ring) => distance(middle, from, ring[(at + 1) % ring.length]!)));
    expect(edge).toBeGreaterThan(8);
  });
});
