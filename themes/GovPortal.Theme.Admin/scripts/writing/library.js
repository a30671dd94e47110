// The part of a dialog that chooses one thing of the library or uploads it.
import { look, upload } from './ask.js';
import { element, field } from './dialog.js';
import { say } from './words.js';

/** Fills a field with what is known of the thing chosen, and again when another one is; never over what the person typed. */
export function offer(input) {
  let offered = '';
  return (words) => {
    if (input.value === offered) input.value = offered = words || '';
  };
}

/** The part of a dialog that chooses one thing of the library or uploads it. */
export function library(form, kind, chosen, given = null) {
  const state = { record: given };
  // What was brought along stands first in the list.
  const uploaded = given ? [given] : [];
  const search = field(say('librarySearch'), 'search', { autocomplete: 'off' });
  const file = field(say('upload'), 'file', { accept: kind === 'picture' ? 'image/*' : null });
  const note = element('p', { class: 'gp-field__hint', role: 'status' });
  const none = element('p', { class: 'gp-field__hint', role: 'status' });
  const list = element('ul', { class: kind === 'picture' ? 'gp-ask__pictures' : 'gp-ask__found', role: 'list' });
  const pick = (record) => {
    state.record = record;
    rows.forEach((one, id) => one.firstElementChild.setAttribute('aria-pressed', String(id === record.id)));
    chosen(record);
  };
  const button = (record) => {
    const shown = kind === 'picture' ? [element('img', { src: record.thumbnail || record.url, alt: '', width: 120, height: 90, loading: 'lazy' })] : [];
    return element('button', { type: 'button', class: 'gp-ask__pick', 'aria-pressed': String(state.record !== null && state.record.id === record.id), onclick: () => pick(record) }, ...shown, element('span', { text: record.alt || record.name }));
  };
  // What stands in the list already stays the same thing, so that a list that comes late takes nothing from under a finger.
  const rows = new Map();
  const row = (record) => {
    if (!rows.has(record.id)) rows.set(record.id, element('li', {}, button(record)));
    return rows.get(record.id);
  };
  let asked = 0;
  const fill = async () => {
    const mine = ++asked;
    try {
      const { items } = await look(`${form.dataset.gpDesk}/thu-vien/chon?q=${encodeURIComponent(search.input.value.trim())}&loai=${kind}&trang=1`);
      // An answer may be overtaken by a later one, and must not take away what was uploaded meanwhile.
      if (mine !== asked) return;
      const others = items.filter((record) => !uploaded.some((own) => own.id === record.id));
      const wanted = [...uploaded, ...others].map(row);
      if (wanted.length !== list.children.length || wanted.some((one, n) => one !== list.children[n])) list.replaceChildren(...wanted);
      none.textContent = wanted.length ? '' : say('nothingFound');
    } catch (fault) {
      if (mine === asked) none.textContent = fault.status === 404 ? say('noLibrary') : say('failed');
    }
  };
  let timer;
  search.input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(fill, 250); });
  file.input.addEventListener('change', async () => {
    if (!file.input.files.length) return;
    note.textContent = say('uploading');
    try {
      const record = await upload(form, file.input.files[0]);
      if (kind === 'picture' && record.kind !== 'picture') {
        note.textContent = say('noPicture');
        return;
      }
      if (!uploaded.some((own) => own.id === record.id)) uploaded.unshift(record);
      pick(record);
      await fill();
      note.textContent = '';
    } catch (fault) {
      note.textContent = fault.message || (fault.status === 404 ? say('noLibrary') : say('uploadFailed'));
    }
  });
  if (given) chosen(given);
  fill();
  return { parts: [file.box, note, search.box, none, list], state };
}
