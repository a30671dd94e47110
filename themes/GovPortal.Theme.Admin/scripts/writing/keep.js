// Keeps what is typed: in this browser at once, at the server a little later; and hears who else has the item open.
import { ask, SessionOver, tokenOf } from './ask.js';
import { element } from './dialog.js';
import { drawersOf, tabOf } from './drawer.js';
import { takeUp } from './takeup.js';
import { say } from './words.js';

const afterLastKey = 2000, atMostEvery = 10000, beatEvery = 30000;
const notTyped = ['hidden', 'file', 'password', 'submit', 'button', 'reset'];

/** What is typed into a form, by name; of several inputs of one name the later ones carry a number. */
export function inputsOf(form) {
  const seen = new Map(), inputs = new Map();
  for (const input of form.elements) {
    if (!input.name || notTyped.includes(input.type) || (input.type === 'radio' && !input.checked)) continue;
    const n = (seen.get(input.name) || 0) + 1;
    seen.set(input.name, n);
    inputs.set(n === 1 ? input.name : `${input.name}#${n}`, input);
  }
  return inputs;
}

export function keep(form, fill) {
  const line = document.querySelector('[data-gp-saved]');
  const { gpItem: item, gpWriting: kind } = form.dataset;
  const drawers = drawersOf(form), tab = tabOf(drawers.place);
  let dirty = false, lastSent = 0, timer = 0, isSending = false, isOver = false, comesBack = false;

  const fields = () => Object.fromEntries([...inputsOf(form)].map(([name, input]) => [name, input.type === 'checkbox' ? (input.checked ? 'true' : '') : input.value]));
  const revision = () => Number(form.elements.Revision.value) || null;
  const key = () => form.elements.Key.value;
  const began = JSON.stringify(fields());
  const put = () => drawers.put(key(), { item: item || null, fields: fields(), revision: revision() });

  const writing = {
    drawers, item, key, revision,
    // A row that was taken away shows only in what is missing.
    isSame: (kept) => (!form.querySelector('[data-gp-rows]') || Object.keys(kept.fields).length === Object.keys(fields()).length) && JSON.stringify({ ...fields(), ...kept.fields }) === began,
    fill(kept) {
      fill(kept.fields);
      if (kept.revision) form.elements.Revision.value = kept.revision;
      form.elements.Key.value = kept.key;
      changed();
    },
    end() {
      isOver = true;
      dirty = false;
      clearTimeout(timer);
      form.dispatchEvent(new Event('gp-kept'));
    },
  };

  function lapse() {
    put();
    writing.end();
    comesBack = true;
    const back = encodeURIComponent(location.pathname + location.search);
    const root = form.dataset.gpDesk.replace(/\/quan-tri$/, '');
    line.replaceChildren();
    // Whoever writes far down the page sees it too.
    form.append(element('div', { class: 'gp-lapsed', role: 'alert' }, element('p', { text: say('sessionOver') }), element('a', { class: 'gp-btn', href: `${root}/dang-nhap?ve=${back}`, text: say('signIn') })));
  }

  function meet(other) {
    document.querySelectorAll('[data-gp-other-met]').forEach((old) => old.remove());
    if (other && !document.querySelector('[data-gp-other]')) {
      form.before(element('p', { class: 'gp-notice gp-notice--warn', role: 'status', 'data-gp-other-met': true, text: say('other', other.name, other.since) }));
    }
  }

  async function beat() {
    if (isSending || isOver) return;
    const what = { form: kind, key: key(), item: item ? Number(item) : null, revision: revision(), fields: dirty ? fields() : null };
    isSending = true;
    dirty = false;
    lastSent = Date.now();
    try {
      const answer = await ask(form, 'tu-luu', what);
      if (answer.savedAt) {
        line.textContent = say('savedAt', answer.savedAt);
        if (!dirty) form.dispatchEvent(new Event('gp-kept'));
      }
      meet(answer.other);
    } catch (fault) {
      dirty = dirty || what.fields !== null;
      if (fault instanceof SessionOver || fault.status === 400) lapse();
      else line.textContent = fault.message && fault.status === 422 ? fault.message : say('notSaved');
    } finally {
      isSending = false;
      if (dirty && !isOver) soon();
    }
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(beat, Math.max(afterLastKey, atMostEvery - (Date.now() - lastSent)));
  }

  function changed() {
    dirty = true;
    put();
    if (!isOver) soon();
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  // Sent to the sign-in page instead, the person comes back to what they wrote; saved, the desk empties the drawer.
  form.addEventListener('submit', () => {
    put();
    writing.end();
    comesBack = true;
  });
  window.addEventListener('pagehide', () => tab.leave({ key: key(), comesBack }));
  window.addEventListener('pageshow', (e) => { if (e.persisted) tab.take(); });
  // Whoever throws the text away, or takes another, does not want it back from here.
  document.querySelectorAll('[data-gp-offered] form').forEach((other) => other.addEventListener('submit', () => drawers.empty(other.closest('[data-gp-offered]').dataset.gpOffered)));
  document.querySelectorAll('[data-gp-leave]').forEach((link) => link.addEventListener('click', () => { writing.end(); drawers.empty(key()); }));
  if (item) {
    beat();
    setInterval(beat, beatEvery);
    window.addEventListener('pagehide', () => {
      const leaving = new FormData();
      leaving.append('id', item);
      leaving.append('__RequestVerificationToken', tokenOf(form));
      navigator.sendBeacon(`${form.dataset.gpDesk}/soan-thao/roi-di`, leaving);
    });
    window.addEventListener('pageshow', (e) => { if (e.persisted) beat(); });
  }
  takeUp(form, writing, tab.take());
}
