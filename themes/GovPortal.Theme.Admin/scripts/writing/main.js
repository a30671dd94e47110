// The editor on the form of a text. Without this file the form is a plain box for words, and works.
import './toolwords.js';
import { Extension } from '@tiptap/core';
import { element } from './dialog.js';
import { counter } from './count.js';
import { keep } from './keep.js';
import { offerLead } from './offerlead.js';
import { seeker } from './seek.js';
import { handPasting } from './paste.js';
import { remark } from './remarks.js';
import { editPicture } from './insert.js';
import { fullScreen } from './full.js';
import { lead } from './lead.js';
import { documentOf, elementsOf, htmlOf, loses } from './text/html.js';
import { schema, start as startEditor } from './text/editor.js';
import { groups, keysOf } from './tools.js';
import { toolbar } from './toolbar.js';
import { find } from '../forms/find.js';
import { rowsOf } from '../forms/rows.js';
import { fillFields } from '../forms/fill.js';
import { say } from './words.js';

const form = document.querySelector('form[data-gp-writing]');
/** Both sides of a text in two languages are written alike. */
const areas = form ? [...form.querySelectorAll('[name=Body], [name=BodyEn]')] : [];

function start(area, isFirst) {
  let editor = null, untouched = null, isQuiet = false, remarks = () => {}, seek = null;
  const told = element('p', { class: 'gp-told', role: 'status' });
  const hint = element('p', { class: 'gp-field__hint gp-editor__keys', id: `gp-editor-keys-${area.id}`, text: say('toolbarKeys') });
  const tell = (sentence) => { told.textContent = sentence; };
  const box = element('div', { class: 'gp-writing' });
  const holder = element('div', { class: 'gp-writing__page' });
  const full = fullScreen(box, () => editor.view.focus());
  const pasting = handPasting(() => editor, form, tell);

  const keys = Extension.create({
    name: 'keys',
    priority: 950,
    addKeyboardShortcuts: () => ({
      ...keysOf(form),
      'Alt-F10': () => { bar.focus(); return true; },
      'Mod-h': () => seek.open(),
      Escape: () => full.isOn() && full.toggle(),
    }),
  });
  const attributes = {
    class: 'gp-writing__text', spellcheck: 'false', lang: area.lang || 'vi', role: 'textbox', 'aria-multiline': 'true', 'aria-label': isFirst ? say('textbox') : document.querySelector(`label[for=${area.id}]`).textContent.trim(),
    'aria-describedby': [area.getAttribute('aria-describedby'), hint.id].filter(Boolean).join(' '),
    ...Object.fromEntries(['aria-invalid', 'aria-required'].filter((name) => area.hasAttribute(name)).map((name) => [name, area.getAttribute(name)])),
  };
  // Room for the toolbar, which stays above the text.
  const room = { top: 150, right: 0, bottom: 40, left: 0 };
  const events = {
    scrollThreshold: room,
    scrollMargin: room,
    handleDOMEvents: { paste: pasting.paste, drop: pasting.drop },
    handleDoubleClickOn: (view, _, node, at) => {
      if (node.type.name !== 'picture' && node.type.name !== 'image') return false;
      editor.commands.setNodeSelection(at);
      editPicture(editor);
      return true;
    },
  };

  function sync() {
    if (isQuiet) return;
    // A text that nobody touched, or that was brought back to how it came, is sent as it came, not as the editor would write it.
    const html = editor.state.doc.eq(untouched.doc) ? untouched.html : htmlOf(editor.schema, editor.state.doc.content);
    if (html === area.value) return;
    area.value = html;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    remarks();
  }

  /** Shows this text, unless some of it would be lost: then the plain box stays, which loses nothing. */
  function take(html) {
    if (loses(schema, html)) {
      editor?.destroy();
      editor = null;
      box.hidden = true;
      area.classList.remove('gp-is-edited');
      form.classList.toggle('gp-is-plain', isFirst || form.classList.contains('gp-is-plain'));
      tell(say('plain'));
      return;
    }
    if (!editor) return;
    const { tr } = editor.state;
    isQuiet = true;
    editor.view.dispatch(tr.replaceWith(0, tr.doc.content.size, documentOf(editor.schema, html).content).setMeta('addToHistory', false));
    isQuiet = false;
    untouched = { doc: editor.state.doc, html };
  }

  area.after(box, hint, told);
  let bar = { focus() {} };
  if (loses(schema, area.value)) take(area.value);
  else {
    box.append(holder);
    editor = startEditor(holder, area.value, attributes, events, keys);
    untouched = { doc: editor.state.doc, html: area.value };
    seek = seeker(editor);
    bar = toolbar(editor, groups(form, full, seek));
    box.prepend(bar.box, seek.box);
    box.append(counter(editor));
    area.classList.add('gp-is-edited');
    if (isFirst) offerLead(editor, form);
    editor.on('update', sync);
    for (const to of document.querySelectorAll(`[href="#${area.id}"], label[for=${area.id}]`)) to.addEventListener('click', (e) => {
      if (!editor) return;
      e.preventDefault();
      editor.view.focus();
      holder.scrollIntoView({ block: 'center' });
    });
  }
  if (isFirst) remarks = remark(form, () => (editor ? elementsOf(editor.schema, editor.state.doc.content).innerHTML : area.value), (tag, nth) => editor && lead(editor, tag, nth));
  return (fields) => {
    take(fields[area.name] ?? area.value);
    remarks();
  };
}

if (form) {
  rowsOf(form);
  find(form);
}
if (areas.length > 0) {
  const takes = areas.map((area, n) => start(area, n === 0));
  keep(form, (fields) => {
    fillFields(form, fields);
    takes.forEach((take) => take(fields));
  });
  form.classList.add('gp-is-ready');
}
