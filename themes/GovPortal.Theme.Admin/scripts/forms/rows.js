// Adds, removes and moves rows without asking the server. A row's fields are named by its place: Methods[1].Fees[0].Value.
import { element } from '../writing/dialog.js';
import { say } from '../writing/words.js';
import { foldable, folds } from './fold.js';
import { pasting } from './table.js';

const named = ['id', 'name', 'for', 'aria-describedby', 'aria-controls', 'data-gp-row'];
const placeOf = (list) => {
  const row = list.parentElement.closest('[data-gp-row]');
  return (row ? `${row.dataset.gpRow}.` : '') + list.dataset.gpRows;
};
const rowsIn = (list) => [...list.querySelector('.gp-rowlist__rows').children];

function rename(row, to) {
  const from = row.dataset.gpRow;
  if (from === to) return;
  for (const part of [row, ...row.querySelectorAll('*')]) {
    for (const attribute of named) {
      const value = part.getAttribute(attribute);
      if (value) part.setAttribute(attribute, value.split(' ').map((name) => (name.startsWith(from) ? to + name.slice(from.length) : name)).join(' '));
    }
  }
}

function number(list) {
  const place = placeOf(list);
  // Two rows never bear one name, not even while they change places.
  rowsIn(list).forEach((row, n) => rename(row, `${place}[~${n}]`));
  rowsIn(list).forEach((row, n) => {
    rename(row, `${place}[${n}]`);
    row.querySelector('[data-gp-number]').textContent = n + 1;
  });
}

function blankOf(list) {
  const row = [...list.children].find((part) => part.tagName === 'TEMPLATE').content.firstElementChild.cloneNode(true);
  row.removeAttribute('autofocus');
  return row;
}

/** A new row at the end of a list. */
function addTo(list, row = blankOf(list)) {
  list.querySelector('.gp-rowlist__rows').append(row);
  [row, ...row.querySelectorAll('[data-gp-row]')].forEach(foldable);
  number(list);
  return row;
}

/** Brings a list to as many rows as the names of kept fields speak of. */
export function countRows(list, names) {
  const place = `${placeOf(list)}[`;
  const wanted = names.reduce((most, name) => (name.startsWith(place) ? Math.max(most, parseInt(name.slice(place.length), 10) + 1) : most), 0);
  const box = list.querySelector('.gp-rowlist__rows');
  while (box.children.length > wanted) box.lastElementChild.remove();
  while (box.children.length < wanted) addTo(list);
  // Lists in rows that have just been made are met here; those that were there come by themselves.
  box.querySelectorAll(':scope > * [data-gp-rows]').forEach((inner) => countRows(inner, names));
}

export function rowsOf(form) {
  const changed = () => form.dispatchEvent(new Event('input', { bubbles: true }));
  const tell = (list, ...said) => list.querySelector(':scope > .gp-rowlist__end .gp-rowlist__said').replaceChildren(...said);
  const first = (row) => row.querySelector('input:not([type=hidden]), select, textarea');

  function remove(list, row) {
    const rows = rowsIn(list);
    const at = rows.indexOf(row);
    const back = element('button', { type: 'button', class: 'gp-btn gp-btn--quiet gp-btn--small', text: say('undoRow') });
    back.addEventListener('click', () => {
      const now = rowsIn(list);
      if (at < now.length) now[at].before(row);
      else list.querySelector('.gp-rowlist__rows').append(row);
      number(list);
      tell(list, say('rowBack', at + 1));
      first(row).focus();
      changed();
    });
    row.remove();
    number(list);
    tell(list, `${say('rowRemoved', at + 1)} `, back);
    back.focus();
    changed();
  }

  function move(list, row, by, button) {
    const rows = rowsIn(list);
    const to = rows.indexOf(row) + by;
    if (to < 0 || to >= rows.length) return;
    if (by < 0) rows[to].before(row);
    else rows[to].after(row);
    number(list);
    tell(list, say('rowMoved', to + 1));
    // At an end the button that was pressed is out of use.
    const isAtEnd = by < 0 ? to === 0 : to === rows.length - 1;
    (isAtEnd ? row.querySelector(`[data-gp-do=${by < 0 ? 'down' : 'up'}]`) : button).focus();
    changed();
  }

  // What was typed and chosen goes along; the row stands behind its original.
  function copy(list, row) {
    const made = row.cloneNode(true);
    made.removeAttribute('autofocus');
    const values = (from) => [...from.querySelectorAll('input, textarea, select')];
    values(row).forEach((input, n) => {
      const other = values(made)[n];
      if (input.type === 'checkbox') other.checked = input.checked;
      else if (input.type !== 'file') other.value = input.value;
    });
    made.querySelectorAll('.gp-found, [role=status]').forEach((found) => found.remove());
    made.querySelectorAll('[role=combobox]').forEach((input) => input.removeAttribute('role'));
    made.querySelectorAll('[data-gp-fold], .gp-rowbox__brief').forEach((part) => part.remove());
    made.classList.remove('gp-rowbox--folded');
    row.after(made);
    [made, ...made.querySelectorAll('[data-gp-row]')].forEach(foldable);
    number(list);
    tell(list, say('rowCopied', rowsIn(list).indexOf(made) + 1));
    first(made).focus();
    changed();
  }

  folds(form);
  pasting(form, addTo, changed);
  form.addEventListener('click', (e) => {
    const button = e.target.closest('[data-gp-do]');
    if (!button) return;
    e.preventDefault();
    const list = button.closest('[data-gp-rows]');
    const act = button.dataset.gpDo;
    if (act === 'add') {
      const row = addTo(list);
      tell(list, say('rowAdded', rowsIn(list).length));
      first(row).focus();
      changed();
      return;
    }
    const row = button.closest('[data-gp-row]');
    if (act === 'remove') remove(list, row);
    else if (act === 'copy') copy(list, row);
    else move(list, row, act === 'up' ? -1 : 1, button);
  });
}
