import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inside, middleOf, polygonsOf } from './shapes.mjs';
import { viewsOf } from './split.mjs';

const root = join(import.meta.dirname, '../../../..');
let views;
let zones;

beforeAll(async () => {
  views = await viewsOf(join(root, 'bodymap'));
  const text = await readFile(join(root, 'knowledge/anatomy/zones.yaml'), 'utf8');
  zones = [...text.matchAll(/^ {2}- id: (\S+)/gm)].map(([, id]) => id);
});

describe('the body map', () => {
  it('reaches every zone but the perineum, which is in the list alone', () => {
    const reached = new Set(views.flatMap((view) => view.regions.flatMap((region) => region.zones)));
    expect(zones.length).toBeGreaterThan(100);
    expect(zones.filter((zone) => !reached.has(zone))).toEqual(['perineum']);
    expect([...reached].filter((zone) => !zones.includes(zone))).toEqual([]);
  });

  it('has each region on both sides, in front and behind', () => {
    for (const view of views.slice(0, 2)) {
      const of = (side) => view.regions.filter((region) => region.side === side).map((region) => region.area).sort();
      expect(of('R')).toEqual(of('L'));
    }
  });

  it("shows a side view's own side alone", () => {
    expect(new Set(views[2].regions.map((region) => region.side))).toEqual(new Set(['L']));
    expect(new Set(views[3].regions.map((region) => region.side))).toEqual(new Set(['R']));
  });

  it("draws the patient's right on the viewer's left in front, and on the viewer's right behind", () => {
    const middle = 350;
    expect(views[0].regions.filter((region) => region.x < middle !== (region.side === 'R'))).toEqual([]);
    expect(views[1].regions.filter((region) => region.x > middle !== (region.side === 'R'))).toEqual([]);
  });

  it('names every region in English and in Spanish', async () => {
    for (const language of ['', '_es']) {
      const texts = await readFile(join(root, `src/main/resources/messages-bodymap${language}.properties`), 'utf8');
      for (const area of new Set(views.flatMap((view) => view.regions.map((region) => region.area)))) {
        expect(texts).toContain(`\nbodymap.region.${area}=`);
      }
    }
  });

  it('puts the number of a region inside it', () => {
    for (const region of views.flatMap((view) => view.regions)) {
      expect(inside(polygonsOf(region.path), [region.x, region.y]), region.id).toBe(true);
    }
  });

  it('stays small enough to be sent with the page', () => {
    expect(JSON.stringify(views).length).toBeLessThan(60_000);
  });
});

describe('shapes', () => {
  it('are read with the steps of their lines, several rings to a path', () => {
    expect(polygonsOf('M1 2l10 0 0-5.5zM-1.5.5l1-1z')).toEqual([
      [[1, 2], [11, 2], [11, -3.5]],
      [[-1.5, 0.5], [-0.5, -0.5]],
    ]);
  });

  it('have their middle where they are widest', () => {
    const [x, y] = middleOf(polygonsOf('M0 0l100 0 0 10-60 0 0 30-40 0z'));
    expect(x).toBeLessThan(40);
    expect(y).toBeGreaterThan(10);
  });
});
