import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { iconNames, sprite, styles } from './build.mjs';

const root = join(import.meta.dirname, '../../..');
const templates = join(root, 'src/main/resources/templates');
let css;
let colours;

beforeAll(async () => {
  css = await styles();
  const tokens = await readFile(join(root, 'src/main/web/web/_tokens.scss'), 'utf8');
  colours = Object.fromEntries([...tokens.matchAll(/--np-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
});

function luminance(colour) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

async function pages() {
  const names = (await readdir(templates, { recursive: true })).filter((name) => name.endsWith('.html'));
  return Promise.all(names.map(async (name) => [name, await readFile(join(templates, name), 'utf8')]));
}

describe('colours', () => {
  const surfaces = ['paper', 'card', 'sand'];

  it.each([
    ['ink', [...surfaces, 'teal-tint', 'copper-tint', 'red-tint', 'green-tint', 'amber-tint']],
    ['ink-soft', [...surfaces, 'teal-tint', 'red-tint', 'amber-tint']],
    ['teal', [...surfaces, 'teal-tint']],
    ['teal-dark', [...surfaces, 'teal-tint']],
    ['copper', [...surfaces, 'copper-tint']],
    ['red', [...surfaces, 'red-tint']],
    ['green', [...surfaces, 'green-tint']],
    ['amber', [...surfaces, 'amber-tint']],
  ])('of %s words can be read on every surface they stand on', (name, on) => {
    for (const surface of on) {
      expect(contrast(colours[name], colours[surface]), `${name} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('of the edges of boxes stand out from the page', () => {
    for (const surface of surfaces) {
      expect(contrast(colours['line-strong'], colours[surface])).toBeGreaterThanOrEqual(3);
    }
  });

  it('of white words can be read on buttons and tags', () => {
    for (const name of ['teal', 'copper', 'copper-dark', 'red', 'ink']) {
      expect(contrast('#ffffff', colours[name]), name).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('the style sheet', () => {
  it('knows every class that the design system describes', async () => {
    const reference = await readFile(join(root, 'docs/reference/design-system.md'), 'utf8');
    const named = new Set([...reference.matchAll(/class="([^"]*)"/g)].flatMap(([, list]) => list.split(/\s+/)).filter((name) => name.startsWith('np-')));
    const missing = [...named].filter((name) => !css.includes(`.${name}`));
    expect(named.size).toBeGreaterThan(80);
    expect(missing).toEqual([]);
  });

  it('fetches nothing from elsewhere', () => {
    expect([...css.matchAll(/url\(["']?([^)"']*)/g)].map(([, url]) => url).filter((url) => /^(\w+:|\/\/)/.test(url))).toEqual([]);
  });
});

describe('icons', () => {
  it('hold every name that a page asks for', async () => {
    const known = new Set(await iconNames());
    for (const [page, text] of await pages()) {
      for (const [, name] of text.matchAll(/layout\/icon :: icon\('([^']*)'\)/g)) {
        expect(known, `${name} in ${page}`).toContain(name);
      }
    }
  });

  it('are drawn in the colour of the words beside them', async () => {
    const drawn = await sprite(['calendar', 'clock']);
    expect(drawn.match(/<symbol id="(calendar|clock)" [^>]*stroke="currentColor"[^>]*><\w/g)).toHaveLength(2);
    expect(drawn).not.toContain('license');
  });
});

describe('pages', () => {
  it('carry no style and no script of their own', async () => {
    for (const [page, text] of await pages()) {
      if (page.startsWith('notifications')) continue; // a mail client loads no style sheet
      expect(text, page).not.toMatch(/\s(th:)?style=|<style|\son\w+=|<script(?![^>]*(src=|application\/ld\+json))/);
    }
  });
});
