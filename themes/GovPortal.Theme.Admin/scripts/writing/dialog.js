import { say } from './words.js';

let count = 0;

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'text') made.textContent = value;
    else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.filter(Boolean));
  return made;
}

/** A labelled field; `input` is what holds the value. */
export function field(label, type = 'text', { hint, value = '', ...more } = {}) {
  const id = `gp-ask-${++count}`;
  const input = element('input', { class: 'gp-input', id, type, value: type === 'file' ? null : value, 'aria-describedby': hint ? `${id}-hint` : null, ...more });
  const box = element('div', { class: 'gp-field' }, element('label', { class: 'gp-field__label', for: id, text: label }), hint && element('p', { class: 'gp-field__hint', id: `${id}-hint`, text: hint }), input);
  return { box, input };
}

/** A labelled choice of one among several, each `[value, words]`. */
export function choice(label, options, value = '') {
  const id = `gp-ask-${++count}`;
  const input = element('select', { class: 'gp-input', id }, ...options.map(([key, words]) => element('option', { value: key, text: words, selected: key === value })));
  return { box: element('div', { class: 'gp-field' }, element('label', { class: 'gp-field__label', for: id, text: label }), input), input };
}

/** Opens a dialog; `done` may return a sentence that says what is missing, and the dialog stays. */
export function open(title, parts, done, { more = [], act = say('insert'), closed = () => {} } = {}) {
  const fault = element('p', { class: 'gp-field__error', role: 'alert' });
  const id = `gp-ask-${++count}`;
  const close = element('button', { type: 'button', class: 'gp-btn gp-btn--secondary', text: say('cancel'), onclick: () => box.close() });
  const form = element('form', { method: 'dialog', novalidate: true }, element('h2', { id, text: title }), ...parts, fault, element('div', { class: 'gp-actions' }, element('button', { class: 'gp-btn', text: act }), close, ...more));
  const box = element('dialog', { class: 'gp-ask', 'aria-labelledby': id }, form);
  form.addEventListener('submit', async (e) => {
    e.preventDefault();
    fault.textContent = '';
    const missing = await done();
    if (missing) fault.textContent = missing;
    else box.close();
  });
  box.addEventListener('close', () => {
    box.remove();
    closed();
  });
  document.body.append(box);
  document.dispatchEvent(new CustomEvent('gp-files', { detail: box }));
  box.showModal();
  return box;
}
