// What can be done to the table the cursor stands in.
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, CellSelection, deleteColumn, deleteRow, isInTable, mergeCells, selectedRect, splitCell, toggleHeader } from '@tiptap/pm/tables';
import { element, field, open } from './dialog.js';
import { hold, putBlocks } from './text/put.js';
import { say } from './words.js';

const mostRows = 100, mostColumns = 20;

const run = (command) => (editor) => {
  command(editor.state, editor.view.dispatch);
  editor.view.focus();
};

/** The table the cursor stands in, with its caption, and where it stands. */
export function around({ state }) {
  const { $head } = state.selection;
  for (let depth = $head.depth; depth > 0; depth--) {
    const name = $head.node(depth).type.name;
    if (name !== 'table' && name !== 'captionedTable') continue;
    const isCaptioned = name === 'captionedTable' || $head.node(depth - 1).type.name === 'captionedTable';
    const outer = name === 'table' && isCaptioned ? depth - 1 : depth;
    return { isCaptioned, table: name === 'table' ? $head.node(depth) : $head.node(depth).lastChild, from: $head.before(outer), to: $head.after(outer) };
  }
  return null;
}

const isInCell = ({ state }) => isInTable(state);
const isMany = ({ selection }) => selection instanceof CellSelection && selection.$anchorCell.pos !== selection.$headCell.pos;

/** The cell beside the cursor's, where the two make one rectangle. */
function beside(state, isBelow) {
  if (!isInTable(state) || isMany(state)) return null;
  const rect = selectedRect(state), { map, tableStart } = rect;
  const isLast = isBelow ? rect.bottom >= map.height : rect.right >= map.width;
  if (isLast) return null;
  const here = map.map[rect.top * map.width + rect.left];
  const next = isBelow ? map.map[rect.bottom * map.width + rect.left] : map.map[rect.top * map.width + rect.right];
  const other = map.findCell(next);
  const fits = isBelow ? other.left === rect.left && other.right === rect.right : other.top === rect.top && other.bottom === rect.bottom;
  return fits ? CellSelection.create(state.doc, tableStart + here, tableStart + next) : null;
}

const mergeWith = (isBelow) => (editor) => {
  const both = beside(editor.state, isBelow);
  if (both) editor.view.dispatch(editor.state.tr.setSelection(both));
  mergeCells(editor.state, editor.view.dispatch);
  editor.view.focus();
  const cell = editor.state.selection.$anchorCell;
  if (cell) editor.commands.setTextSelection(cell.pos + 2);
};

const headed = (isRow) => ({ state }) => {
  if (!isInTable(state)) return false;
  const { map, table } = selectedRect(state);
  const cells = map.cellsInRect(isRow ? { left: 0, top: 0, right: map.width, bottom: 1 } : { left: 0, top: map.height > 1 ? 1 : 0, right: 1, bottom: map.height });
  return cells.every((cell) => table.nodeAt(cell).type.name === 'tableHeader');
};

// Rows that lose their headings are no head any more.
function toggleHead(editor) {
  toggleHeader('row')(editor.state, editor.view.dispatch);
  const { table, tableStart } = selectedRect(editor.state);
  const tr = editor.state.tr;
  table.forEach((row, at) => {
    if (row.attrs.part === 'thead' && row.content.content.every((cell) => cell.type.name === 'tableCell')) tr.setNodeAttribute(tableStart + at, 'part', null);
  });
  if (tr.docChanged) editor.view.dispatch(tr);
  editor.view.focus();
}

function caption(editor) {
  const { isCaptioned, table, from, to } = around(editor);
  const { tr, schema, doc } = editor.state;
  // The words of a caption that is taken away go on as a line.
  const words = isCaptioned && doc.nodeAt(from).firstChild.content;
  if (isCaptioned) tr.replaceWith(from, to, words.size ? [schema.nodes.paragraph.create(null, words), table] : [table]);
  else tr.replaceWith(from, to, schema.nodes.captionedTable.create(null, [schema.nodes.tableCaption.create(), table]));
  editor.view.dispatch(tr);
  editor.commands.setTextSelection(isCaptioned && !words.size ? from + 4 : isCaptioned ? from + 1 : from + 2);
  editor.view.focus();
}

function remove(editor) {
  const { from, to } = around(editor);
  editor.view.dispatch(editor.state.tr.delete(from, to));
  editor.view.focus();
}

export const tableTools = {
  name: 'tableTools', isAfar: true, isShown: (editor) => around(editor) !== null,
  tools: [
    { key: 'rowAbove', icon: 'row-above', act: run(addRowBefore), can: isInCell },
    { key: 'rowBelow', icon: 'row-below', act: run(addRowAfter), can: isInCell },
    { key: 'rowDelete', icon: 'row-delete', act: run(deleteRow), can: isInCell },
    { key: 'columnBefore', icon: 'column-before', act: run(addColumnBefore), can: isInCell },
    { key: 'columnBehind', icon: 'column-behind', act: run(addColumnAfter), can: isInCell },
    { key: 'columnDelete', icon: 'column-delete', act: run(deleteColumn), can: isInCell },
    { key: 'headRow', icon: 'head-row', act: toggleHead, isOn: headed(true), can: isInCell },
    { key: 'headColumn', icon: 'head-column', act: run(toggleHeader('column')), isOn: headed(false), can: isInCell },
    { key: 'mergeRight', icon: 'merge-right', act: mergeWith(false), can: ({ state }) => isMany(state) || beside(state, false) !== null },
    { key: 'mergeBelow', icon: 'merge-below', act: mergeWith(true), can: ({ state }) => isMany(state) || beside(state, true) !== null },
    { key: 'split', icon: 'split', act: run(splitCell), can: ({ state }) => isInTable(state) && splitCell(state) },
    { key: 'tableCaption', icon: 'caption', act: caption, isOn: (editor) => around(editor)?.isCaptioned },
    { key: 'tableDelete', icon: 'remove', act: remove },
  ],
};

export function insertTable(editor) {
  const at = hold(editor);
  const rows = field(say('rows'), 'number', { value: 3, min: 1, max: mostRows });
  const columns = field(say('columns'), 'number', { value: 3, min: 1, max: mostColumns });
  const head = element('input', { type: 'checkbox', checked: true });
  open(say('tableTitle'), [rows.box, columns.box, element('label', { class: 'gp-choice' }, head, element('span', { text: say('withHead') }))], () => {
    const [down, across] = [Number(rows.input.value), Number(columns.input.value)];
    if (!Number.isInteger(down) || !Number.isInteger(across) || down < 1 || across < 1 || down > mostRows || across > mostColumns) return say('tableSize', mostRows, mostColumns);
    const { table, tableRow, tableCell, tableHeader } = editor.schema.nodes;
    const row = (n) => tableRow.create(null, Array.from({ length: across }, () => (n === 0 && head.checked ? tableHeader : tableCell).createAndFill()));
    at.take();
    putBlocks(editor, [table.create(null, Array.from({ length: down }, (_, n) => row(n)))], { isCursorInside: true });
    return null;
  }, { closed: () => { at.drop(); editor.view.focus(); } });
}
