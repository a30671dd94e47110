// The desk's policy refuses styles written into markup and lets scripts set them one by one. SunEditor writes some into markup: what is
// hidden at first, and the looks of its colours and column widths, which no text of ours keeps. They are changed while it is bundled;
// where SunEditor changes so that a place named here is no longer found, the build stops.
import { readFile } from 'node:fs/promises';

// Tags without their inline styles; words that look like one stay.
const plain = (html) => `${html}.replace(/(<[^<>]*?) style="[^"]*"/g, '$1')`;

const places = {
  'helper/dom/domUtils.js': [
    ["el.setAttribute(key, attributes[key]);", "{ if (key === 'style') el.style.cssText = attributes[key]; else el.setAttribute(key, attributes[key]); }"],
    ['el.innerHTML = inner;', `el.innerHTML = ${plain('inner')};`],
  ],
  'core/logic/shell/history.js': [
    ['\tt.innerHTML = html;', `\tt.innerHTML = ${plain('html')};`],
    [".get('wysiwyg').innerHTML = item.content;", `.get('wysiwyg').innerHTML = ${plain('item.content')};`],
  ],
  'core/logic/dom/html.js': [
    ["this.#frameContext.get('wysiwyg').innerHTML = convertValue;", `this.#frameContext.get('wysiwyg').innerHTML = ${plain('convertValue')};`],
  ],
  'modules/ui/ModalAnchorEditor.js': [
    ["'style=\"display: none;\"'", "'hidden'"],
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
      text = text.replace(/ style="display: ?none;?"/g, ' hidden').replace(/ style="(?=[^"\n]*")/g, ' data-se-style="');
      for (const [from, to] of places[name] ?? []) {
        if (!text.includes(from)) throw new Error(`SunEditor has changed: ${name} no longer holds ${from}`);
        text = text.replaceAll(from, to);
      }
      return { contents: text, loader: 'js' };
    });
  },
};
