// The editor's document and its keys. What a text may hold is told by the schema; nothing else comes in.
import { Editor, getSchema } from '@tiptap/core';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import { Addresses } from './addresses.js';
import { Beside } from './beside.js';
import { blocks } from './blocks.js';
import { documentOf } from './html.js';
import { Missing } from './missing.js';
import { pictures } from './pictures.js';
import { tables } from './tables.js';
import { marks } from './words.js';

const extensions = [...blocks, ...marks, ...tables, ...pictures, Missing, Addresses, Beside, UndoRedo, Gapcursor, Dropcursor.configure({ color: false, class: 'gp-writing__drop' })];

export const schema = getSchema(extensions);

export const start = (element, html, attributes, events, keys) => new Editor({
  element,
  extensions: [...extensions, keys],
  content: documentOf(schema, html).toJSON(),
  injectCSS: false,
  // What is typed stays as typed: no sign turns into a list or a heading by itself.
  enableInputRules: false,
  enablePasteRules: false,
  editorProps: { attributes, ...events },
});
