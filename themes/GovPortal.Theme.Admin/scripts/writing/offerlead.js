// An article without a picture of its own is offered the first one of its text, with its words.
import { element } from './dialog.js';
import { say } from './words.js';

export function offerLead(editor, form) {
  const box = form.querySelector('.gp-picture-field');
  const stored = box && box.querySelector('[name=StoredPicture]');
  if (!stored) return;
  const face = element('img', { alt: '', width: 160, height: 90, hidden: true });
  const note = element('div', { class: 'gp-leadoffer', hidden: true, role: 'status' }, face, element('p', { class: 'gp-small', text: say('leadOffer') }),
    element('button', { type: 'button', class: 'gp-btn gp-btn--secondary gp-btn--small', text: say('leadTake'), onclick: take }));
  box.append(note);
  let first = null;

  function take() {
    const alt = box.querySelector('[name=PictureAlt]');
    stored.value = /\/tep\/[0-9a-f]{16}\/[^?#]+/.exec(first.src)[0];
    if (!alt.value.trim()) alt.value = first.alt;
    const removal = box.querySelector('[name=RemovesPicture]');
    if (removal) removal.checked = false;
    stored.dispatchEvent(new Event('input', { bubbles: true }));
    look();
    alt.focus();
  }

  function look() {
    first = null;
    editor.state.doc.descendants((node) => {
      if (!first && /^(picture|image)$/.test(node.type.name) && (node.attrs.alt || '').trim() && /\/tep\/[0-9a-f]{16}\//.test(node.attrs.src || '')) first = node.attrs;
      return !first;
    });
    const isOffered = first && (!stored.value || box.querySelector('[name=RemovesPicture]')?.checked);
    note.hidden = !isOffered;
    face.hidden = !isOffered;
    if (isOffered && face.getAttribute('src') !== first.src) face.src = first.src;
  }
  editor.on('update', look);
  box.addEventListener('input', () => setTimeout(look));
  look();
}
