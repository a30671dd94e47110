// Tables for whoever has no mouse: SunEditor draws the size of a new one, and shows what can be done with one, under the pointer alone.
import { InvalidateTableCache as forgetShape } from '../../../node_modules/suneditor/src/plugins/dropdown/table/shared/table.utils.js';
import { element, field, open } from './dialog.js';
import { place } from './insert.js';
import { say } from './words.js';

const most = 10;

const changes = {
  rowAbove: (table) => table.gridService.editTable('row', 'up'),
  rowBelow: (table) => table.gridService.editTable('row', 'down'),
  columnBefore: (table) => table.gridService.editTable('cell', 'left'),
  columnAfter: (table) => table.gridService.editTable('cell', 'right'),
  headerRow: (table) => table.styleService.toggleHeader(),
  removeRow: (table) => table.gridService.editTable('row', null),
  removeColumn: (table) => table.gridService.editTable('cell', null),
};

function insertTable(editor) {
  const at = place(editor);
  const [columns, rows] = ['tableColumns', 'tableRows'].map((name) => field(say(name), 'number', { value: 3, min: 1, max: most, step: 1, inputmode: 'numeric' }));
  open(say('tableTitle'), [columns.box, rows.box], () => {
    const [across, down] = [columns, rows].map(({ input }) => Number(input.value));
    if (![across, down].every((count) => Number.isInteger(count) && count >= 1 && count <= most)) return say('tableSize');
    at.goBack();
    editor.$.plugins.table.insert(across, down);
    editor.$.history.push(false);
    return null;
  });
}

function changeTable(editor, cell) {
  const { table } = editor.$.plugins, whole = cell.closest('table');
  const act = (change) => () => {
    box.close();
    table.setCellInfo(cell, true);
    forgetShape(whole);
    change(table);
    forgetShape(whole);
    table.resetInfo();
    editor.$.history.push(false);
    const next = cell.isConnected ? cell : whole.isConnected && whole.querySelector('td, th'), line = next && (next.querySelector('div') || next);
    editor.$.focusManager.focus();
    if (line) editor.$.selection.setRange(line, 0, line, 0);
  };
  const list = element('ul', { class: 'gp-ask__found gp-ask__acts', role: 'list' }, ...Object.entries(changes).map(([name, change]) => element('li', {}, element('button', { type: 'button', class: 'gp-ask__pick', text: say(name), onclick: act(change) }))));
  const box = open(say('tableChange'), [list], null);
}

/** In a table, what can be done with it; elsewhere, a new one. */
export function tableByKeyboard(editor) {
  const text = editor.$.frameContext.get('wysiwyg'), at = getSelection().anchorNode;
  const cell = at && text.contains(at) && (at.nodeType === 1 ? at : at.parentElement).closest('td, th');
  if (cell) changeTable(editor, cell);
  else insertTable(editor);
}
