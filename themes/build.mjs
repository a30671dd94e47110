// Makes what browsers load from what people edit. With --check it changes nothing and fails where the two differ.
import { readFileSync } from 'node:fs';
import { readFile, writeFile, mkdir, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const fontFolder = join(here, 'node_modules/@fontsource/be-vietnam-pro');
const weights = [400, 600];
const subsets = ['vietnamese', 'latin'];
const themes = [
  { folder: 'GovPortal.Theme.Civic', sheet: 'site', shared: ['icons.svg', 'emblem.svg', 'favicon.svg', 'touch-icon.png'] },
  { folder: 'GovPortal.Theme.Admin', sheet: 'admin', shared: ['icons.svg', 'emblem.svg', 'favicon.svg'] },
];

// The print that the portal knows a file by (src/GovPortal.Core/Web/Asset.cs): asked for with it, a file is kept for ever.
const printOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

// Files of the theme that a sheet names are asked for by their print.
const withPrints = (css, made, root) =>
  css.replace(/url\("([^":]+)"\)/g, (_, name) => `url("${name}?v=${printOf(made.get(name) ?? readFileSync(join(root, name)))}")`);

async function filesOf(theme) {
  const out = new Map();
  const css = sass.compile(join(here, theme.folder, 'styles', `${theme.sheet}.scss`), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(here, 'styles'), join(here, 'node_modules')],
    quietDeps: true,
    // Bootstrap 5.3 still uses @import; nothing of ours does.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  }).css;
  for (const weight of weights) {
    for (const subset of subsets) {
      out.set(`fonts/${subset}-${weight}.woff2`, await readFile(join(fontFolder, 'files', `be-vietnam-pro-${subset}-${weight}-normal.woff2`)));
    }
  }
  out.set('fonts/LICENSE', Buffer.from((await readFile(join(fontFolder, 'LICENSE'), 'utf8')).replaceAll('\r\n', '\n')));
  for (const name of theme.shared) {
    out.set(name, await readFile(join(here, 'assets', name)));
  }
  out.set(`${theme.sheet}.css`, Buffer.from(`@charset "UTF-8";${withPrints(css, out, join(here, theme.folder, 'wwwroot'))}\n`));
  return out;
}

const check = process.argv.includes('--check');
const stale = [];
for (const theme of themes) {
  const root = join(here, theme.folder, 'wwwroot');
  for (const [name, bytes] of await filesOf(theme)) {
    const path = join(root, name);
    const old = await readFile(path).catch(() => null);
    if (old?.equals(bytes)) continue;
    if (check) {
      stale.push(`${theme.folder}/wwwroot/${name}`);
    } else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    }
  }
  for (const name of (await readdir(root)).filter((n) => /\.(css|js|svg)$/.test(n))) {
    const bytes = await readFile(join(root, name));
    console.log(`${theme.folder}/${name}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} compressed`);
  }
}
if (stale.length) {
  console.error(`Out of date, run "npm run build" in themes/:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
