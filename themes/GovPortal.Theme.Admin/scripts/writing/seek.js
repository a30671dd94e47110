// Find and replace in the text: a line of fields above it, every place marked, the one in turn in sight.
import { TextSelection } from '@tiptap/pm/state';
import { element, field } from './dialog.js';
import { show } from './text/beside.js';
import { say } from './words.js';

const small = (text) => {
  const lower = text.toLocaleLowerCase('vi');
  return lower.length === text.length ? lower : text;
};

/** Every place where these words stand, whatever their capitals. */
export function placesOf(doc, words) {
  const sought = small(words.normalize('NFC')), places = [];
  if (!sought) return places;
  doc.descendants((block, at) => {
    if (!block.isTextblock) return;
    const text = small(block.textBetween(0, block.content.size, undefined, '\ufffc'));
    for (let from = text.indexOf(sought); from >= 0; from = text.indexOf(sought, from + sought.length)) places.push({ from: at + 1 + from, to: at + 1 + from + sought.length });
  });
  return places;
}

export function seeker(editor) {
  const [words, instead] = [field(say('seekFor'), 'search', { autocomplete: 'off' }), field(say('seekWith'), 'text', { autocomplete: 'off' })];
  const told = element('p', { class: 'gp-seek__told', role: 'status' });
  const button = (key, act) => element('button', { type: 'button', class: 'gp-btn gp-btn--secondary gp-btn--small', text: say(key), onclick: act });
  let at = -1;
  const places = () => placesOf(editor.state.doc, words.input.value);

  function mark(found) {
    show(editor.view, found);
    told.textContent = !words.input.value ? '' : found.length ? say('seekCount', at + 1, found.length) : say('seekNone');
  }

  function go(step) {
    const found = places();
    at = found.length ? (at + step + found.length) % found.length : -1;
    mark(found);
    if (at < 0) return;
    const { tr, doc } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(found[at].from), doc.resolve(found[at].to))).scrollIntoView());
  }

  function replace(some) {
    const { tr, schema } = editor.state;
    // From the last on, so that those before keep their places.
    for (const { from, to } of [...some].reverse()) {
      if (instead.input.value) tr.replaceWith(from, to, schema.text(instead.input.value.normalize('NFC'), tr.doc.resolve(from + 1).marks()));
      else tr.delete(from, to);
    }
    editor.view.dispatch(tr);
  }

  const one = () => {
    const found = places();
    if (at < 0 || at >= found.length) return go(1);
    replace([found[at]]);
    at--;
    return go(1);
  };
  const all = () => {
    const found = places();
    if (!found.length) return mark(found);
    replace(found);
    at = -1;
    show(editor.view, []);
    told.textContent = say('seekDone', found.length);
    return null;
  };
  const box = element('div', { class: 'gp-seek', role: 'search', 'aria-label': say('seek'), hidden: true }, words.box, instead.box,
    element('div', { class: 'gp-seek__acts' }, button('seekBefore', () => go(-1)), button('seekNext', () => go(1)), button('seekOne', one), button('seekAll', all), button('close', () => close())), told);

  function close() {
    box.hidden = true;
    show(editor.view, []);
    editor.view.focus();
  }
  words.input.addEventListener('input', () => { at = -1; mark(places()); });
  box.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); close(); }
    if (e.key === 'Enter' && e.target.tagName === 'INPUT') { e.preventDefault(); if (e.target === words.input) go(e.shiftKey ? -1 : 1); else one(); }
  });
  // The fields are no part of the form: what is sought is not kept, and does not count as a change.
  for (const kind of ['input', 'change']) box.addEventListener(kind, (e) => e.stopPropagation());
  return {
    box,
    isOn: () => !box.hidden,
    open() {
      const { selection: { from, to }, doc } = editor.state;
      const chosen = doc.textBetween(from, to, ' ');
      if (chosen && chosen.length < 100) words.input.value = chosen;
      box.hidden = false;
      words.input.focus();
      words.input.select();
      at = -1;
      mark(places());
      return true;
    },
  };
}
