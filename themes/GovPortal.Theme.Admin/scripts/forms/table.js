// Cells copied from a spreadsheet and pasted into a field of a row go into the fields of as many rows as there are lines.
import { element } from '../writing/dialog.js';
import { say } from '../writing/words.js';

// The server takes no more.
const mostRows = 300;
const yes = /^(x|có|yes|true|1|✓|☑)$/i;

/** The cells of copied lines; a cell with tabs or line breaks of its own stands in quotes. */
export function cellsOf(text) {
  const lines = [[]];
  for (const [, quoted, plain, end] of text.replace(/\r\n?/g, '\n').replace(/\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    lines.at(-1).push((quoted !== undefined ? quoted.replace(/""/g, '"') : plain).trim());
    if (end === '\n') lines.push([]);
    if (end === '') break;
  }
  return lines;
}

const fieldsOf = (row) => [...row.querySelectorAll('input:not([type=hidden]):not([type=file]), textarea, select')].filter((input) => input.closest('[data-gp-row]') === row && !input.closest('template'));

function put(input, words) {
  if (input.type === 'checkbox') input.checked = yes.test(words);
  else if (input.tagName === 'SELECT') {
    const fold = (text) => text.trim().toLocaleLowerCase('vi');
    const option = [...input.options].find((one) => fold(one.textContent) === fold(words) || fold(one.value) === fold(words));
    if (option) input.value = option.value;
  } else input.value = input.tagName === 'TEXTAREA' ? words : words.replace(/\s+/g, ' ');
}

/** @param {(list: Element) => Element} add a new row at the end of the list */
export function pasting(form, add, changed) {
  form.addEventListener('paste', (e) => {
    const row = e.target.closest && e.target.closest('[data-gp-row]');
    const text = e.clipboardData?.getData('text/plain') ?? '';
    const isTable = text.includes('\t') || (e.target.tagName === 'INPUT' && text.trim().includes('\n'));
    if (!row || !isTable) return;
    e.preventDefault();
    const list = row.closest('[data-gp-rows]'), box = list.querySelector('.gp-rowlist__rows');
    const lines = cellsOf(text), from = [...box.children].indexOf(row), column = fieldsOf(row).indexOf(e.target);
    const before = [...box.children].map((one) => fieldsOf(one).map((input) => (input.type === 'checkbox' ? input.checked : input.value)));
    const taken = lines.slice(0, Math.max(0, mostRows - from));
    taken.forEach((cells, n) => {
      const into = box.children[from + n] ?? add(list);
      const fields = fieldsOf(into).slice(column);
      cells.slice(0, fields.length).forEach((words, m) => put(fields[m], words));
    });
    const back = element('button', { type: 'button', class: 'gp-btn gp-btn--quiet gp-btn--small', text: say('undoPaste') });
    back.addEventListener('click', () => {
      [...box.children].slice(before.length).forEach((one) => one.remove());
      before.forEach((values, n) => fieldsOf(box.children[n]).forEach((input, m) => { if (input.type === 'checkbox') input.checked = values[m]; else input.value = values[m]; }));
      back.parentElement.textContent = '';
      e.target.focus();
      changed();
    });
    const wide = Math.max(...taken.map((cells) => cells.length)) > fieldsOf(row).length - column;
    list.querySelector(':scope > .gp-rowlist__end .gp-rowlist__said').replaceChildren(`${say(wide ? 'pastedWide' : 'pastedRows', taken.length)} `, back);
    changed();
  });
}
