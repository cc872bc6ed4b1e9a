// Writes what the pages need of the body map out of the data folder: the shapes of the regions for the server, the figures for the browser.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { boxOf, middleOf, polygonsOf } from './shapes.mjs';

const VIEWS = ['front', 'back', 'left', 'right'];
const MARGIN = 12;

/**
 * @param {{root: string, out: string, classes: string}} places project folder, assets folder, folder of the compiled classes
 */
export async function splitBodyMap({ root, out, classes }) {
  const views = await viewsOf(join(root, 'bodymap'));
  const resources = join(classes, 'bodymap');
  await Promise.all([mkdir(out, { recursive: true }), mkdir(resources, { recursive: true })]);
  await writeFile(join(resources, 'views.json'), JSON.stringify({ views }));
  await Promise.all(VIEWS.map((id) => copyFile(join(root, 'bodymap', `skin-${id}.webp`), join(out, `skin-${id}.webp`))));
}

/** The four views: outline, and each region with its zones and a point inside. */
export async function viewsOf(folder) {
  const map = JSON.parse(await readFile(join(folder, 'bodymap.json'), 'utf8'));
  const zones = JSON.parse(await readFile(join(folder, 'zones-by-region.json'), 'utf8'));
  return VIEWS.map((id) => {
    const { skin, regions } = map.views[id];
    return {
      id,
      box: id === 'front' || id === 'back' ? '0 0 700 1740' : croppedBox(skin),
      skin,
      regions: Object.entries(regions)
        // The other arm shows behind the trunk in a side view; it is not marked there.
        .filter(([, region]) => (id !== 'left' && id !== 'right') || region.side === id)
        .map(([name, region]) => regionOf(name, region, zones[id] ?? zones.side)),
    };
  });
}

function regionOf(id, { side, p }, zonesOf) {
  const area = id.replace(/-[rl]$/, '');
  const zones = zonesOf[area];
  if (!zones) {
    throw new Error(`zones-by-region.json names no zones for ${id}`);
  }
  const [x, y] = middleOf(polygonsOf(p));
  return { id, area, side: side === 'right' ? 'R' : 'L', path: p, x, y, zones };
}

/** As high as the others, so that all views keep one scale; as wide as the figure. */
function croppedBox(skin) {
  const { left, right } = boxOf(polygonsOf(skin));
  return `${Math.floor(left - MARGIN)} 0 ${Math.ceil(right - left + 2 * MARGIN)} 1740`;
}
