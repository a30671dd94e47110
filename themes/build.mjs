// Makes what browsers load from what people edit. With --check it changes nothing and fails where the two differ.
import { readFileSync } from 'node:fs';
import { readFile, writeFile, mkdir, readdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import subsetFont from 'subset-font';

const here = dirname(fileURLToPath(import.meta.url));
const fontFolder = join(here, 'node_modules/@expo-google-fonts/be-vietnam-pro');
const weights = { 400: '400Regular', 600: '600SemiBold' };
// Vietnamese, composed or not, the other letters of western Europe, and the marks that stand between them. One file a weight:
// of two, one may come in time and one not, and words would be set in two faces.
const letters = [
  [0x20, 0x7e], [0xa0, 0xff], [0x102, 0x103], [0x110, 0x111], [0x128, 0x129], [0x168, 0x169], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x300, 0x301], [0x303], [0x309], [0x323], [0x1ea0, 0x1ef9],
  [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2022], [0x2026], [0x2030], [0x2032, 0x2033], [0x2039, 0x203a], [0x20ab, 0x20ac], [0x2122], [0x2190, 0x2193], [0x2212],
].flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))).join('');
const themes = [
  { folder: 'GovPortal.Theme.Civic', sheets: ['site'], scripts: [], shared: ['icons.svg', 'emblem.svg', 'favicon.svg', 'favicon.ico', 'touch-icon.png', 'passkey.js'] },
  { folder: 'GovPortal.Theme.Lotus', basis: 'GovPortal.Theme.Civic', sheets: ['site'], scripts: [], shared: [] },
  { folder: 'GovPortal.Theme.Admin', sheets: ['admin', 'writing', 'forms'], scripts: ['writing', 'forms', 'pick', 'palette'], shared: ['icons.svg', 'writing.svg', 'emblem.svg', 'favicon.svg', 'passkey.js'] },
];

// The print that the portal knows a file by (src/GovPortal.Web/Assets/Asset.cs): asked for with it, a file is kept for ever.
const printOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

// Files of the theme that a sheet names are asked for by their print.
const withPrints = (css, made, root) =>
  css.replace(/url\("([^":]+)"\)/g, (_, name) => `url("${name}?v=${printOf(made.get(name) ?? readFileSync(join(root, name)))}")`);

// One file of our own scripts and the packages they stand on, for browsers of the last five years.
const bundled = async (entry, banner) => Buffer.from((await esbuild.build({
  entryPoints: [entry], bundle: true, minify: true, write: false, format: 'iife', target: 'es2021', legalComments: 'inline', charset: 'utf8',
  banner: { js: banner },
})).outputFiles[0].contents);

const banners = { writing: '/*! Holds TipTap, MIT licence, (c) Tiptap GmbH, https://tiptap.dev, and ProseMirror, MIT licence, (c) Marijn Haverbeke and others, https://prosemirror.net */', forms: '', pick: '', palette: '' };

async function filesOf(theme) {
  const out = new Map();
  const css = (sheet) => sass.compile(join(here, theme.folder, 'styles', `${sheet}.scss`), {
    style: 'compressed',
    charset: false,
    // A theme may stand on the sheets of another.
    loadPaths: [...theme.basis ? [join(here, theme.basis, 'styles')] : [], join(here, 'styles'), join(here, 'node_modules')],
    quietDeps: true,
    // Bootstrap 5.3 still uses @import; nothing of ours does.
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  }).css;
  for (const [weight, name] of Object.entries(weights)) {
    const whole = await readFile(join(fontFolder, name, `BeVietnamPro_${name}.ttf`));
    // No shapes that only an explicit feature would bring, such as small capitals.
    out.set(`fonts/${weight}.woff2`, await subsetFont(whole, letters, { targetFormat: 'woff2', noLayoutClosure: true }));
  }
  out.set('fonts/LICENSE', Buffer.from((await readFile(join(fontFolder, 'LICENSE_FONT'), 'utf8')).replaceAll('\r\n', '\n')));
  for (const name of theme.shared) {
    out.set(name, await readFile(join(here, 'assets', name)));
  }
  for (const sheet of theme.sheets) {
    out.set(`${sheet}.css`, Buffer.from(`@charset "UTF-8";${withPrints(css(sheet), out, join(here, theme.folder, 'wwwroot'))}\n`));
  }
  for (const script of theme.scripts) {
    out.set(`${script}.js`, await bundled(join(here, theme.folder, 'scripts', script, 'main.js'), banners[script]));
  }
  return out;
}

// The pictures for shares are set in the same letters (modules/GovPortal.Media/Parsing/CardPainter.cs).
async function cardFont() {
  const name = weights[600];
  return subsetFont(await readFile(join(fontFolder, name, `BeVietnamPro_${name}.ttf`)), letters, { targetFormat: 'truetype', noLayoutClosure: true });
}

const check = process.argv.includes('--check');
const stale = [];
const card = join(here, '../modules/GovPortal.Media/Parsing/card.ttf');
const cardBytes = await cardFont();
if (!(await readFile(card).catch(() => null))?.equals(cardBytes)) {
  if (check) stale.push('modules/GovPortal.Media/Parsing/card.ttf');
  else await writeFile(card, cardBytes);
}
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
