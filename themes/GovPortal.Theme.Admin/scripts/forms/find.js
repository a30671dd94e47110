// A field that helps to find an agency or a document: a combobox with a list of suggestions (WAI-ARIA). Whatever is typed stays as it is.
import { look } from '../writing/ask.js';
import { element } from '../writing/dialog.js';
import { say } from '../writing/words.js';

// A page writes the name of what a plain field finds as nothing.
const finders = 'input[data-gp-finds]:not([data-gp-finds=""])';
const leastLetters = 2, pause = 200;

export function find(form) {
  let count = 0;

  function begin(input) {
    if (input.getAttribute('role') === 'combobox') return;
    const list = element('ul', { class: 'gp-found', role: 'listbox', id: `gp-found-${++count}`, 'aria-label': say('suggestions'), hidden: true });
    const said = element('span', { class: 'visually-hidden', role: 'status' });
    let things = [], at = -1, timer = 0, asked = 0;
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-haspopup': 'listbox' })) input.setAttribute(name, value);
    input.setAttribute('aria-controls', list.id);
    input.after(list, said);

    const close = () => {
      clearTimeout(timer);
      asked++;
      things = [];
      at = -1;
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const point = (to) => {
      at = to;
      [...list.children].forEach((option, n) => option.setAttribute('aria-selected', n === at ? 'true' : 'false'));
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else {
        input.setAttribute('aria-activedescendant', list.children[at].id);
        list.children[at].scrollIntoView({ block: 'nearest' });
      }
    };
    const choose = (thing) => {
      const scope = input.closest('[data-gp-row], [data-gp-picked]');
      for (const field of scope.querySelectorAll('[data-gp-part]')) {
        const value = thing[field.dataset.gpPart];
        if (field.closest('[data-gp-row], [data-gp-picked]') === scope && value) field.value = value;
      }
      close();
      said.textContent = '';
      // A long name is read from its beginning.
      input.setSelectionRange(0, 0);
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const ask = async () => {
      const turn = ++asked;
      try {
        const { items, incomplete } = await look(`${form.dataset.gpDesk}/soan-thao/tim/${input.dataset.gpFinds}?q=${encodeURIComponent(input.value)}`);
        if (turn !== asked || document.activeElement !== input) return;
        things = items;
        at = -1;
        list.replaceChildren(...items.map((thing, n) => element('li', { role: 'option', id: `${list.id}-${n}`, 'aria-selected': 'false' },
          element('span', { class: 'gp-found__name' }, thing.code && element('b', { text: `${thing.code} ` }), document.createTextNode(thing.name)), thing.note && element('small', { text: thing.note }))));
        list.hidden = items.length === 0;
        input.setAttribute('aria-expanded', String(items.length > 0));
        said.textContent = `${items.length ? say('found', items.length) : say('nothingSuggested')}${incomplete ? ` ${say('incomplete')}` : ''}`;
      } catch { close(); /* Typing goes on without suggestions. */ }
    };

    input.addEventListener('input', (e) => {
      if (!e.isTrusted) return;
      clearTimeout(timer);
      if (input.value.trim().length < leastLetters) close();
      else timer = setTimeout(ask, pause);
    });
    input.addEventListener('keydown', (e) => {
      if (e.isComposing) return;
      if (e.key === 'ArrowDown' && things.length === 0 && input.value.trim().length >= leastLetters) {
        e.preventDefault();
        ask();
      } else if (things.length > 0 && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
        e.preventDefault();
        const step = e.key === 'ArrowDown' ? 1 : -1;
        point(at + step < -1 ? things.length - 1 : at + step >= things.length ? -1 : at + step);
      } else if (e.key === 'Enter' && things.length > 0) {
        e.preventDefault();
        if (at >= 0) choose(things[at]);
        else close();
      } else if (e.key === 'Escape' && things.length > 0) {
        e.preventDefault();
        close();
      }
    });
    input.addEventListener('blur', close);
    // Before the field loses focus.
    list.addEventListener('mousedown', (e) => {
      e.preventDefault();
      const option = e.target.closest('[role=option]');
      if (option) choose(things[[...list.children].indexOf(option)]);
    });
  }

  const all = (root) => root.querySelectorAll(finders).forEach(begin);
  all(form);
  // Rows that come later.
  form.addEventListener('focusin', (e) => { if (e.target.matches(finders)) begin(e.target); });
}
