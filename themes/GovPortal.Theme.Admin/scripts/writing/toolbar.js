// The editor's buttons by keyboard: one stop of the Tab key, the arrows move among them, Escape leads back to the text and Alt+F10 up again.
// SunEditor knows the mouse alone.
import { element } from './dialog.js';
import { tableByKeyboard } from './table.js';
import { say } from './words.js';

const forward = ['ArrowRight', 'ArrowDown'], backward = ['ArrowLeft', 'ArrowUp'];

/** Among what can be reached now, where a key leads; undefined for any other key. */
function next(all, from, key, towards, back) {
  const at = all.indexOf(from);
  if (towards.includes(key)) return all[(at + 1) % all.length];
  if (back.includes(key)) return all[(at - 1 + all.length) % all.length];
  return { Home: all[0], End: all[all.length - 1] }[key];
}

const reachable = (within) => [...within.querySelectorAll('button')].filter((button) => !button.disabled && button.getClientRects().length);

export function keyboardOf(editor) {
  const text = editor.$.frameContext.get('wysiwyg'), toolbar = editor.$.context.get('toolbar_main'), { menu } = editor.$;
  let opened = null, isEscaping = false;

  function stop(button) {
    toolbar.querySelectorAll('button').forEach((other) => { other.tabIndex = other === button ? 0 : -1; });
    return button;
  }

  const current = () => {
    const all = reachable(toolbar);
    return stop(all.find((button) => button.tabIndex === 0) || all[0]);
  };

  function backToText() {
    if (text.contains(getSelection().anchorNode)) text.focus({ preventScroll: true });
    else editor.$.focusManager.focus();
  }

  function act(button) {
    if (button.dataset.command === 'table') {
      backToText();
      tableByKeyboard(editor);
    } else if (/dropdown/.test(button.dataset.type)) {
      backToText();
      button.click();
      opened = button;
      button.setAttribute('aria-expanded', 'true');
      const items = reachable(menu.currentDropdown);
      (items.find((item) => item.classList.contains('active')) || items[0]).focus();
    } else {
      // With the text in focus, as under a mouse: there the person goes on, and there a dialog leads back to.
      backToText();
      button.click();
    }
  }

  toolbar.setAttribute('role', 'toolbar');
  toolbar.setAttribute('aria-label', say('toolbar'));
  toolbar.querySelectorAll('[data-type^=dropdown]').forEach((button) => button.setAttribute('aria-expanded', 'false'));
  stop(toolbar.querySelector('button:not(:disabled)'));
  toolbar.addEventListener('focusin', (e) => { if (e.target.closest('button')) stop(e.target.closest('button')); });
  toolbar.addEventListener('keydown', (e) => {
    const button = e.target.closest('button');
    if (!button || e.altKey || e.ctrlKey || e.metaKey) return;
    const opens = /dropdown/.test(button.dataset.type) && e.key === 'ArrowDown';
    const to = opens ? null : next(reachable(toolbar), button, e.key, forward, backward);
    if (to) stop(to).focus();
    else if (opens || e.key === 'Enter' || e.key === ' ') act(button);
    else if (e.key === 'Escape') backToText();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  editor.$.context.get('menuTray').addEventListener('keydown', (e) => {
    if (!opened || !menu.currentDropdown) return;
    const to = next(reachable(menu.currentDropdown), e.target.closest('button'), e.key, forward, backward);
    if (to) to.focus();
    else if (e.key === 'Tab') menu.dropdownOff();
    else if (e.key === 'Enter' || e.key === ' ') e.target.closest('button').click();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });
  window.addEventListener('keydown', (e) => { isEscaping = e.key === 'Escape'; }, true);
  menu.subscribeDropdownOff(() => {
    if (!opened) return;
    const button = opened;
    opened = null;
    button.setAttribute('aria-expanded', 'false');
    if (isEscaping) button.focus();
    else backToText();
  });

  text.addEventListener('keydown', (e) => {
    if (!e.altKey || e.key !== 'F10') return;
    e.preventDefault();
    e.stopImmediatePropagation();
    current().focus();
  }, true);

  const hint = element('p', { class: 'gp-field__hint gp-editor__keys', id: 'gp-editor-keys', text: say('toolbarKeys') });
  text.setAttribute('aria-describedby', `${text.getAttribute('aria-describedby') || ''} ${hint.id}`.trim());
  return hint;
}
