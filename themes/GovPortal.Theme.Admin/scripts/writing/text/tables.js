// Tables. Head, body and foot are kept on their rows, a caption in a box around the table: the editor's grid knows rows and cells alone.
import { callOrReturn, getExtensionField, Node } from '@tiptap/core';
import { tableEditing } from '@tiptap/pm/tables';
import { common, kept, numberOf } from './attributes.js';

const partOf = (element) => element.dataset.gpPart || (element.closest('thead,tbody,tfoot')?.localName ?? null);
const widthsOf = (element) => element.dataset.gpColumns || [...element.querySelectorAll(':scope > colgroup > col, :scope > col')].map((column) => column.getAttribute('width') || '').join(' ').replace(/^ *$/, '') || null;

const Table = Node.create({
  name: 'table', group: 'block', content: 'tableRow+', tableRole: 'table', isolating: true, selectable: false,
  addAttributes: () => ({ ...common(), ...kept('width'), columns: { default: null, parseHTML: widthsOf, renderHTML: ({ columns }) => (columns ? { 'data-gp-columns': columns } : {}) } }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  extendNodeSchema: (extension) => ({ tableRole: callOrReturn(getExtensionField(extension, 'tableRole', { name: extension.name, options: extension.options, storage: extension.storage })) }),
});

const Row = Node.create({
  name: 'tableRow', content: '(tableCell | tableHeader)*', tableRole: 'row',
  addAttributes: () => ({ ...common(), ...kept('height'), part: { default: null, parseHTML: partOf, renderHTML: ({ part }) => (part ? { 'data-gp-part': part } : {}) } }),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
});

const span = (name) => ({ default: 1, parseHTML: (element) => numberOf(element, name, 1), renderHTML: (attributes) => (attributes[name] > 1 ? { [name]: attributes[name] } : {}) });

const cell = (name, tag, role) => Node.create({
  name, content: 'block+', tableRole: role, isolating: true,
  addAttributes: () => ({ colspan: span('colspan'), rowspan: span('rowspan'), ...kept('scope', 'headers', 'width', 'height'), ...common(), colwidth: { default: null, rendered: false } }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

const Captioned = Node.create({
  name: 'captionedTable', group: 'block', content: 'tableCaption table', selectable: false,
  parseHTML: () => [{ tag: 'div[data-gp-captioned]', priority: 80 }],
  renderHTML: () => ['div', { 'data-gp-captioned': '' }, 0],
});

const Caption = Node.create({
  name: 'tableCaption', content: 'inline*', isolating: true, addAttributes: common,
  parseHTML: () => [{ tag: 'div[data-gp-caption]', priority: 80 }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-gp-caption': '' }, 0],
  addKeyboardShortcuts() {
    // The words of a caption are one line; the key leads into the table.
    return { Enter: () => this.editor.state.selection.$from.parent.type === this.type && this.editor.commands.setTextSelection(this.editor.state.selection.$from.after() + 4) };
  },
});

export const tables = [Table, Row, cell('tableCell', 'td', 'cell'), cell('tableHeader', 'th', 'header_cell'), Captioned, Caption];
