// The desk's policy refuses styles written into markup and lets scripts set them one by one. SunEditor writes a few into markup;
// here those places are changed while it is bundled. Where SunEditor changes, a place is no longer found and the build stops.
import { readFile } from 'node:fs/promises';

const places = {
  'helper/dom/domUtils.js': [
    ["el.setAttribute(key, attributes[key]);", "{ if (key === 'style') el.style.cssText = attributes[key]; else el.setAttribute(key, attributes[key]); }"],
  ],
  'plugins/dropdown/table/index.js': [
    ['`<col style="width: ${numbers.get(100 / x, Constants.CELL_DECIMAL_END)}%;">`', '`<col>`'],
    ['const colStyle = colWidths[i] ? ` style="${colWidths[i]}"` : \'\';', "const colStyle = '';"],
  ],
  'plugins/dropdown/table/render/table.html.js': [
    ['class="se-btn se-tooltip" style="display: none;"', 'class="se-btn se-tooltip" hidden'],
  ],
  'core/logic/panel/finder.js': [
    ['Finder.#injectHighlightStyles();', ''],
  ],
};

export const withoutInlineStyles = {
  name: 'without-inline-styles',
  setup(build) {
    build.onLoad({ filter: /node_modules[\\/]suneditor[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
      const name = path.replaceAll('\\', '/').split('/suneditor/src/')[1];
      let text = await readFile(path, 'utf8');
      for (const [from, to] of places[name] ?? []) {
        if (!text.includes(from)) throw new Error(`SunEditor has changed: ${name} no longer holds ${from}`);
        text = text.replaceAll(from, to);
      }
      return { contents: text, loader: 'js' };
    });
  },
};
