/**
 * Builds what the browser gets: styles, scripts, icons, fonts and the body map's data.
 *
 *   npm run build              into target/classes/static/assets
 *   npm run build -- <folder>  elsewhere
 */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle, transform } from 'esbuild';
import { compileAsync, NodePackageImporter } from 'sass';

const web = dirname(fileURLToPath(import.meta.url));
const root = resolve(web, '../../..');
const libraries = join(root, 'node_modules');
const browsers = ['chrome111', 'edge111', 'firefox114', 'safari16.4'];

/**
 * Every folder beside this file with a `main.ts` is a script of its own; the one of every page is called `app`.
 * A `worker.ts` is a service worker.
 */
async function scripts(out) {
  const folders = (await readdir(web, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const entries = folders
    .filter((name) => existsSync(join(web, name, 'main.ts')))
    .map((name) => ({ in: join(web, name, 'main.ts'), out: name === 'web' ? 'app' : name }));
  const workers = folders
    .filter((name) => existsSync(join(web, name, 'worker.ts')))
    .map((name) => ({ in: join(web, name, 'worker.ts'), out: `${name}-worker` }));
  await bundle({
    entryPoints: [...entries, ...workers],
    outdir: out,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** A module brings styles by having a `_<module>.scss`; `@use 'module:<name>'` is empty while it has none. */
const moduleStyles = {
  canonicalize: (url) => (/^module:[a-z]+$/.test(url) ? new URL(url) : null),
  load: (url) => ({
    contents: existsSync(join(web, url.pathname, `_${url.pathname}.scss`)) ? `@use '${url.pathname}/${url.pathname}';` : '',
    syntax: 'scss',
  }),
};

/** The one style sheet, as text. */
export async function styles() {
  const { css } = await compileAsync(join(web, 'web/app.scss'), {
    loadPaths: [web, libraries],
    importers: [moduleStyles, new NodePackageImporter(root)],
  });
  const { code } = await transform(css, { loader: 'css', minify: true, target: browsers });
  return code;
}

/** One file with a `<symbol>` for each name, drawn with the colour of the words beside it. */
export async function sprite(names) {
  const symbols = await Promise.all(
    names.map(async (name) => {
      const icon = await readFile(join(libraries, 'lucide-static/icons', `${name}.svg`), 'utf8');
      const shapes = icon
        .slice(icon.indexOf('>', icon.indexOf('<svg')) + 1, icon.lastIndexOf('</svg>'))
        .replace(/\s*\n\s*/g, '')
        .trim();
      return (
        `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" ` +
        `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`
      );
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`;
}

/** The names that pages may use. */
export async function iconNames() {
  return JSON.parse(await readFile(join(web, 'web/icons.json'), 'utf8'));
}

async function fonts(out) {
  await mkdir(join(out, 'fonts'), { recursive: true });
  const files = join(libraries, '@fontsource-variable/atkinson-hyperlegible-next/files');
  await Promise.all(
    ['latin', 'latin-ext'].map((set) =>
      cp(join(files, `atkinson-hyperlegible-next-${set}-wght-normal.woff2`), join(out, `fonts/atkinson-next-${set}.woff2`)),
    ),
  );
}

/** The same font for print: PDF takes no woff2. It lies beside the code, not among what the browser gets. */
async function printFonts(folder) {
  await mkdir(folder, { recursive: true });
  const files = join(libraries, '@expo-google-fonts/atkinson-hyperlegible-next');
  await Promise.all(
    ['400Regular', '700Bold'].map((weight) =>
      cp(join(files, weight, `AtkinsonHyperlegibleNext_${weight}.ttf`), join(folder, `atkinson-next-${weight.slice(3)}.ttf`)),
    ),
  );
}

async function drawings(out) {
  const files = (await readdir(join(web, 'web'))).filter((name) => name.endsWith('.svg'));
  await Promise.all(files.map((name) => cp(join(web, 'web', name), join(out, name))));
}

/** The shaded figures; the shapes that lie on them are the atlas compiler's. */
async function figures(out) {
  const folder = join(root, 'bodymap');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
  await Promise.all(files.map((name) => cp(join(folder, name), join(out, name))));
}

/** Writes everything below `out`. */
export async function build(out) {
  await mkdir(out, { recursive: true });
  await Promise.all([
    scripts(out),
    styles().then((css) => writeFile(join(out, 'app.css'), css)),
    iconNames()
      .then(sprite)
      .then((svg) => writeFile(join(out, 'icons.svg'), svg)),
    fonts(out),
    printFonts(resolve(out, '../../documents/fonts')),
    drawings(out),
    cp(join(libraries, 'htmx.org/dist/htmx.min.js'), join(out, 'htmx.js')),
    figures(out),
  ]);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await build(resolve(process.argv[2] ?? join(root, 'target/classes/static/assets')));
}
