// The palette (Ctrl+K): pages of the desk, acts that this page offers, and items of all the sites one works on. A combobox with a list, by keys alone.
import { look, SessionOver } from '../writing/ask.js';
import { element } from '../writing/dialog.js';
import { teach, say } from '../writing/words.js';

teach({
  vi: { palette: 'Tìm nhanh', paletteHint: 'Gõ tên trang, việc cần làm hoặc tiêu đề bài.', paletteActs: 'Việc ở trang này', palettePages: 'Trang quản trị', paletteItems: 'Nội dung', paletteNone: 'Không tìm thấy gì.', paletteFound: '{0} kết quả.' },
  en: { palette: 'Quick find', paletteHint: 'Type the name of a page, an act, or the title of an item.', paletteActs: 'On this page', palettePages: 'The desk', paletteItems: 'Items', paletteNone: 'Nothing found.', paletteFound: '{0} found.' },
});

const mostOfAKind = 8, pause = 200, leastLetters = 2;
const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase().trim();
const wordsOf = (part) => (part.getAttribute('aria-label') || part.textContent).replace(/\s+/g, ' ').trim();
const isSeen = (part) => part.getClientRects().length > 0 || part.closest('details, .gp-side') !== null;

/** What this page can do: the buttons of its acts and forms, and its links that begin something. */
const acts = () => [...document.querySelectorAll('main [data-act], main .gp-savebar button[type=submit], main .gp-title .gp-btn, main .gp-actions > a.gp-btn')].filter(isSeen)
  .map((part) => ({ name: wordsOf(part), act: () => { part.closest('details')?.setAttribute('open', ''); if (part.closest('details')) part.focus(); else part.click(); } }));

const pages = () => [...document.querySelectorAll('.gp-side a[href], .gp-bar a[href]:not(.gp-bar__name)')].map((link) => ({ name: wordsOf(link), url: link.href, note: link.closest('ul')?.previousElementSibling?.textContent?.trim() }));

const among = (things, words) => {
  const parts = fold(words).split(/\s+/).filter(Boolean);
  return things.filter((thing) => thing.name && parts.every((part) => fold(thing.name).includes(part))).slice(0, mostOfAKind);
};

window.gpPalette = (button) => {
  const list = element('div', { id: 'gp-palette-list', role: 'listbox', class: 'gp-palette__list', 'aria-label': say('palette') });
  const input = element('input', { class: 'gp-input', type: 'text', role: 'combobox', autocomplete: 'off', 'aria-expanded': 'true', 'aria-controls': list.id, 'aria-autocomplete': 'list', 'aria-label': say('palette'), placeholder: say('paletteHint') });
  const said = element('p', { class: 'visually-hidden', role: 'status' });
  const box = element('dialog', { class: 'gp-palette', 'aria-label': say('palette') }, input, list, said);
  let options = [], at = 0, asked = 0, timer = 0, items = [];

  const go = (thing) => {
    box.close();
    if (thing.act) thing.act();
    else location.assign(thing.url);
  };
  const point = (to) => {
    at = options.length ? (to + options.length) % options.length : -1;
    options.forEach(({ option }, n) => option.setAttribute('aria-selected', String(n === at)));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', options[at].option.id);
      options[at].option.scrollIntoView({ block: 'nearest' });
    }
  };
  const group = (key, things) => {
    if (!things.length) return null;
    const id = `gp-palette-${key}`;
    return element('div', { role: 'group', 'aria-labelledby': id }, element('p', { id, class: 'gp-palette__kind', role: 'presentation', text: say(key) }), ...things.map((thing) => {
      const option = element('div', { role: 'option', id: `gp-palette-${options.length}`, 'aria-selected': 'false', onclick: () => go(thing) }, element('span', { text: thing.name }), thing.note && element('small', { text: thing.note }));
      options.push({ option, thing });
      return option;
    }));
  };
  const draw = () => {
    options = [];
    const words = input.value;
    const groups = [group('paletteActs', among(acts(), words)), group('palettePages', among(pages(), words)), group('paletteItems', items)].filter(Boolean);
    list.replaceChildren(...(groups.length ? groups : [element('p', { class: 'gp-small', text: say('paletteNone') })]));
    said.textContent = options.length ? say('paletteFound', options.length) : say('paletteNone');
    point(0);
  };
  const ask = async () => {
    const mine = ++asked;
    const words = input.value.trim();
    try {
      const found = words.length < leastLetters ? { items: [] } : await look(`${button.dataset.gpOrders}?q=${encodeURIComponent(words)}`);
      if (mine !== asked) return;
      items = found.items;
      draw();
    } catch (fault) {
      // Whoever only reads finds pages and acts all the same.
      if (mine === asked && fault instanceof SessionOver) said.textContent = say('sessionOver');
    }
  };

  input.addEventListener('input', () => {
    items = [];
    draw();
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  input.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      point(at + (e.key === 'ArrowDown' ? 1 : -1));
    } else if (e.key === 'Enter' && at >= 0) {
      e.preventDefault();
      go(options[at].thing);
    }
  });
  box.addEventListener('click', (e) => { if (e.target === box) box.close(); });
  box.addEventListener('close', () => { box.remove(); });
  document.body.append(box);
  box.showModal();
  draw();
  input.focus();
};
