// Chooses something of the library for a field of a form: the picture of an article, a banner, a file of a document.
// Without this file a picture or a file is uploaded from the computer, or its address is typed.
import { look, SessionOver } from '../writing/ask.js';
import { element, field } from '../writing/dialog.js';
import { say } from './words.js';

const named = (box, end) => end && box.querySelector(`[name$="${CSS.escape(end)}"]`);
const sizeOf = (bytes) => (bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`);

/** The library as a dialog; `taken` gets the record that was chosen. */
function choose(address, kind, taken) {
  const isPicture = kind === 'picture';
  const search = field(say('search'), 'search', { autocomplete: 'off' });
  const told = element('p', { class: 'gp-field__hint', role: 'status' });
  const list = element('ul', { class: isPicture ? 'gp-pick__pictures' : 'gp-pick__files', role: 'list' });
  const more = element('button', { type: 'button', class: 'gp-btn gp-btn--secondary', text: say('more'), hidden: true, onclick: () => fill(page + 1) });
  const close = element('button', { type: 'button', class: 'gp-btn gp-btn--secondary', text: say('cancel'), onclick: () => box.close() });
  const title = element('h2', { id: 'gp-pick-title', text: say(isPicture ? 'pictures' : 'files') });
  const form = element('form', { method: 'dialog' }, title, search.box, told, list, element('div', { class: 'gp-actions' }, more, close));
  const box = element('dialog', { class: 'gp-pick', 'aria-labelledby': 'gp-pick-title' }, form);
  let page = 1, asked = 0, timer;

  const row = (record) => element('li', {}, element('button', { type: 'button', class: 'gp-pick__one', onclick: () => { box.close(); taken(record); } },
    isPicture && element('img', { src: record.thumbnail || record.url, alt: record.alt || '', width: 160, height: 120, loading: 'lazy' }),
    element('span', { text: record.name }),
    element('small', { text: [record.ending, record.length && sizeOf(record.length), isPicture && !record.alt && say('noAlt')].filter(Boolean).join(' · ') })));

  async function fill(number) {
    const mine = ++asked;
    try {
      const { items, total } = await look(`${address}?q=${encodeURIComponent(search.input.value.trim())}&loai=${kind}&trang=${number}`);
      if (mine !== asked) return;
      const before = number === 1 ? 0 : list.children.length;
      const rows = items.map(row);
      if (number === 1) list.replaceChildren(...rows);
      else list.append(...rows);
      page = number;
      more.hidden = items.length === 0 || list.children.length >= total;
      told.textContent = total ? say('shown', list.children.length, total) : say('nothing');
      if (before && rows.length) rows[0].firstElementChild.focus();
    } catch (fault) {
      if (mine === asked) told.textContent = fault instanceof SessionOver ? say('sessionOver') : fault.status === 404 || fault.status === 403 ? say('noLibrary') : say('failed');
    }
  }

  search.input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(() => fill(1), 250); });
  form.addEventListener('submit', (e) => { e.preventDefault(); fill(1); });
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  fill(1);
}

/** Shows what the fields say: the picture, whether it goes, and whether its words are missing. */
function show(box) {
  const into = named(box, 'StoredPicture') || named(box, '.Picture');
  if (!into) return;
  const [face, removal, remark] = ['face', 'removal', 'remark'].map((part) => box.querySelector(`[data-gp-pick-${part}]`));
  const isGone = removal && removal.querySelector('input').checked;
  const isThere = /^\/tep\//.test(into.value);
  if (face) {
    const source = isThere ? box.dataset.gpPicks + into.value : '';
    if (source && face.getAttribute('src') !== source) face.setAttribute('src', source);
    face.hidden = !isThere || isGone;
  }
  if (removal) removal.hidden = !isThere;
  const words = named(box, 'PictureAlt');
  if (remark && words) remark.hidden = !isThere || isGone || words.value.trim() !== '' || words.getAttribute('aria-invalid') === 'true';
}

const offered = new WeakMap();

document.addEventListener('click', (e) => {
  const button = e.target.closest('[data-gp-pick]');
  if (!button) return;
  const box = button.closest('[data-gp-picks]');
  const [into, words] = [named(box, button.dataset.gpPickInto), named(box, button.dataset.gpPickWords)];
  choose(button.dataset.gpLibrary, button.dataset.gpPick, (record) => {
    into.value = record.path;
    const known = button.dataset.gpPick === 'picture' ? record.alt || '' : record.name;
    // What somebody typed stays; what the last choice brought goes with it.
    if (words && (words.value.trim() === '' || words.value === offered.get(words))) {
      words.value = known;
      offered.set(words, known);
    }
    const removal = box.querySelector('[data-gp-pick-removal] input');
    if (removal) removal.checked = false;
    show(box);
    into.dispatchEvent(new Event('input', { bubbles: true }));
    (words && words.value.trim() === '' ? words : button).focus();
  });
});

document.addEventListener('input', (e) => {
  const box = e.target.closest && e.target.closest('[data-gp-picks]');
  if (box) show(box);
});

// What the browser or the server kept may come back after the page itself.
const all = () => document.querySelectorAll('[data-gp-picks]').forEach(show);
all();
addEventListener('load', all);
document.querySelectorAll('form[data-gp-writing]').forEach((form) => form.addEventListener('gp-kept', all));
