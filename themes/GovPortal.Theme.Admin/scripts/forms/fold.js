// Long forms fold: a row to one line that says what is in it, a section to its heading. Whatever has a fault or the focus stands open.
import { element } from '../writing/dialog.js';
import { say } from '../writing/words.js';

// Up to here a list is seen at once.
const fewRows = 3;

const isWrong = (part) => part.querySelector('.gp-field--error') !== null;
const firstWords = (row) => {
  for (const input of row.querySelectorAll('input:not([type=hidden]):not([type=checkbox]), textarea, select')) {
    if (input.closest('template')) continue;
    const words = (input.tagName === 'SELECT' ? input.selectedOptions[0]?.textContent : input.value)?.trim();
    if (words) return words;
  }
  return '';
};

function setRow(row, isFolded) {
  const button = row.querySelector(':scope > .gp-rowbox__bar > [data-gp-fold]');
  if (!button) return;
  row.classList.toggle('gp-rowbox--folded', isFolded);
  button.setAttribute('aria-expanded', String(!isFolded));
  row.querySelector(':scope > .gp-rowbox__legend > .gp-rowbox__brief').textContent = isFolded ? firstWords(row) : '';
}

/** Gives a row the button that folds it. */
export function foldable(row) {
  const bar = row.querySelector(':scope > .gp-rowbox__bar');
  if (!bar || bar.querySelector('[data-gp-fold]')) return;
  const button = element('button', { type: 'button', class: 'gp-rowbox__do gp-rowbox__do--fold', 'data-gp-fold': true, 'aria-expanded': 'true' }, element('span', { class: 'gp-rowbox__sign', 'aria-hidden': 'true' }), element('span', { class: 'visually-hidden', text: say('foldRow') }));
  button.addEventListener('click', () => setRow(row, button.getAttribute('aria-expanded') === 'true'));
  bar.prepend(button);
  row.querySelector(':scope > .gp-rowbox__legend').append(element('span', { class: 'gp-rowbox__brief' }));
}

/** Opens all that a part of the form is folded away in. */
export function unfold(part) {
  for (let row = part.closest('.gp-rowbox--folded'); row; row = row.parentElement.closest('.gp-rowbox--folded')) setRow(row, false);
  const section = part.closest('.gp-sheet--folded');
  if (section) section.querySelector('[data-gp-fold-section]').click();
}

function foldSections(form) {
  const sections = [...form.querySelectorAll('.gp-editor__main > section.gp-sheet')].filter((section) => section.querySelector(':scope > h2'));
  if (sections.length < 3) return;
  for (const section of sections) {
    const heading = section.querySelector(':scope > h2');
    const button = element('button', { type: 'button', class: 'gp-foldhead', 'data-gp-fold-section': true, 'aria-expanded': 'true' }, element('span', { text: heading.textContent }), element('span', { class: 'gp-rowbox__sign', 'aria-hidden': 'true' }));
    button.addEventListener('click', () => {
      const isFolded = section.classList.toggle('gp-sheet--folded');
      button.setAttribute('aria-expanded', String(!isFolded));
    });
    heading.replaceChildren(button);
  }
}

export function folds(form) {
  foldSections(form);
  const rows = (root) => [...root.querySelectorAll('[data-gp-row]')].filter((row) => !row.closest('template'));
  rows(form).forEach(foldable);
  for (const list of form.querySelectorAll('[data-gp-rows]')) {
    const own = [...list.querySelector('.gp-rowlist__rows').children];
    if (own.length > fewRows) own.filter((row) => !isWrong(row) && !row.autofocus).forEach((row) => setRow(row, true));
  }
  // Somebody comes from a summary of faults, by the Tab key, or with a search of the browser.
  form.addEventListener('focusin', (e) => { if (!e.target.closest('.gp-rowbox__bar')) unfold(e.target); });
  document.addEventListener('click', (e) => {
    const link = e.target.closest('a[href*="#"]');
    const target = link && link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target && form.contains(target)) unfold(target.matches('[data-gp-row]') ? target.querySelector('input, textarea, select') ?? target : target);
  });
}
