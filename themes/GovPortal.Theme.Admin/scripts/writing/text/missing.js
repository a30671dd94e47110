// Marks where something stood that could not come with a paste or an import (src/GovPortal.Core/Writing/MissingMarks.cs). Stored empty; only here do they say what is missing.
import { Node } from '@tiptap/core';
import { say } from '../words.js';

const beginning = 'gp-missing-';
const kinds = ['picture', 'frame', 'recording', 'drawing', 'formula', 'shortcode'];
const kindOf = (element) => element.className.slice(beginning.length);

export const Missing = Node.create({
  name: 'missing', inline: true, group: 'inline', atom: true, draggable: true,
  addAttributes: () => ({ kind: { default: 'picture', rendered: false, parseHTML: kindOf } }),
  parseHTML: () => [{ tag: `span[class^="${beginning}"]`, priority: 70, getAttrs: (element) => (!element.childNodes.length && kinds.includes(kindOf(element)) ? null : false) }],
  renderHTML: ({ node }) => ['span', { class: beginning + node.attrs.kind }],
  addNodeView: () => ({ node }) => {
    const dom = document.createElement('span');
    dom.className = 'gp-writing__missing';
    dom.title = say('missingHint');
    dom.textContent = say(`missing-${node.attrs.kind}`);
    return { dom, ignoreMutation: () => true };
  },
});
