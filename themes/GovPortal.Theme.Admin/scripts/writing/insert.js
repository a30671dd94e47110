// The dialogs that put something into the text: a link, a picture, a file, a video.
import { getMarkRange } from '@tiptap/core';
import { ask, look } from './ask.js';
import { choice, element, field, open } from './dialog.js';
import { library, offer } from './library.js';
import { places } from './text/pictures.js';
import { hold, putBlocks } from './text/put.js';
import { say } from './words.js';

const isAddress = /^(https?:\/\/|\/|#|mailto:|tel:)./;

const wordsAt = ({ state }) => state.doc.textBetween(state.selection.from, state.selection.to, ' ');

/** The dialog remembers the place; afterwards the cursor is in the text again. */
function ending(editor, at) {
  return () => {
    at.drop();
    editor.view.focus();
  };
}

/** Puts a link in place of what is selected, or makes what is selected one where its words stay the same. */
function putLink(editor, at, href, words, was) {
  at.take();
  const { tr, schema, selection } = editor.state;
  const link = schema.marks.link.create({ href });
  if (words === was && !selection.empty && selection.$from.sameParent(selection.$to)) tr.removeMark(selection.from, selection.to, schema.marks.link).addMark(selection.from, selection.to, link);
  else tr.replaceSelectionWith(schema.text(words, [...(selection.$from.marks().filter((mark) => mark.type.name !== 'link')), link]), false);
  tr.setSelection(selection.constructor.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1));
  editor.view.dispatch(tr.setStoredMarks(tr.storedMarks ?? []).scrollIntoView());
}

function linkAt({ state }) {
  const { $from, $to, empty } = state.selection;
  const { link } = state.schema.marks;
  const range = getMarkRange($from, link) ?? (empty ? getMarkRange(state.doc.resolve(Math.max(0, $from.pos - ($from.parentOffset > 0 ? 1 : 0))), link) : null);
  if (!range || $to.pos > range.to) return null;
  const [first] = state.doc.nodeAt(range.from).marks.filter((mark) => mark.type === link);
  return { ...range, mark: first, words: state.doc.textBetween(range.from, range.to) };
}

function changeLink(editor, old, href, words) {
  const { tr, schema } = editor.state;
  const link = schema.marks.link.create({ ...old.mark.attrs, href });
  if (words === old.words) tr.removeMark(old.from, old.to, old.mark).addMark(old.from, old.to, link);
  else {
    const others = tr.doc.nodeAt(old.from).marks.filter((mark) => mark.type !== link.type);
    tr.replaceWith(old.from, old.to, schema.text(words, [...others, link]));
  }
  editor.view.dispatch(tr);
}

export function insertLink(editor, form) {
  const old = linkAt(editor);
  const at = hold(editor), was = wordsAt(editor);
  const search = field(say('linkSearch'), 'search', { autocomplete: 'off' });
  const found = element('ul', { class: 'gp-ask__found', role: 'list' });
  const address = field(say('linkAddress'), 'text', { value: old ? old.mark.attrs.href : '', inputmode: 'url' });
  const words = field(say('linkWords'), 'text', { value: old ? old.words : was });
  let timer;
  search.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const q = search.input.value.trim();
      const { items, incomplete } = q.length < 2 ? { items: [] } : await look(`${form.dataset.gpSuggest}?q=${encodeURIComponent(q)}`).catch(() => ({ items: [] }));
      found.replaceChildren(...items.map((item) => element('li', {}, element('button', { type: 'button', class: 'gp-ask__pick', text: item.text, onclick: () => {
        address.input.value = item.url;
        words.input.value = words.input.value || item.text;
        words.input.focus();
      } }))));
      if (q.length >= 2 && !items.length) found.append(element('li', { text: say('nothingFound') }));
      if (incomplete) found.append(element('li', { text: say('incomplete') }));
    }, 200);
  });
  const remove = old && element('button', { type: 'button', class: 'gp-btn gp-btn--quiet', text: say('linkRemove'), onclick: () => {
    editor.view.dispatch(editor.state.tr.removeMark(old.from, old.to, editor.schema.marks.link));
    box.close();
  } });
  const box = open(say(old ? 'linkChange' : 'linkTitle'), [search.box, found, address.box, words.box], () => {
    const [to, named] = [address.input.value.trim(), words.input.value.trim()];
    if (!isAddress.test(to)) return say('noAddress');
    if (!named && !(old && !old.words)) return say('noWords');
    if (old) changeLink(editor, old, to, named || old.words);
    else putLink(editor, at, to, named, was.trim());
    return null;
  }, { more: [remove], act: say(old ? 'change' : 'insert'), closed: ending(editor, at) });
}

const placing = (now) => choice(say('place'), [['', say('placeText')], ...places.map((place) => [place, say(`place${place[0].toUpperCase()}${place.slice(1)}`)])], now ?? '');

export function insertPicture(editor, form, given, then = () => {}) {
  const at = hold(editor);
  const alt = field(say('alt'), 'text', { hint: say('altHint'), maxlength: 300 });
  const caption = field(say('caption'), 'text', { maxlength: 300 });
  const place = placing(null);
  const sayAlt = offer(alt.input);
  const sayCaption = offer(caption.input);
  const show = (record) => {
    sayAlt(record.alt);
    sayCaption(record.caption);
  };
  const chooser = library(form, 'picture', show, given);
  open(say('pictureTitle'), [...chooser.parts, alt.box, caption.box, place.box], () => {
    const record = chooser.state.record;
    if (!record) return say('notChosen');
    if (!alt.input.value.trim()) return say('noAlt');
    const { width, height } = record;
    const words = caption.input.value.trim();
    at.take();
    putBlocks(editor, [editor.schema.nodes.picture.create({ place: place.input.value || null, src: record.url, alt: alt.input.value.trim(), width: width && height ? String(width) : null, height: width && height ? String(height) : null }, words ? editor.schema.text(words) : null)]);
    return null;
  }, { closed: () => { ending(editor, at)(); then(); } });
}

/** The picture that is selected: in a figure of its own, or in a line of words. */
export const pictureAt = ({ selection }) => (/^(picture|image)$/.test(selection.node?.type.name) ? selection : null);

/** Gives the picture that is selected other words. */
export function editPicture(editor) {
  const { node, from } = pictureAt(editor.state);
  const at = hold(editor);
  const isFigure = node.type.name === 'picture';
  const alt = field(say('alt'), 'text', { hint: say('altHint'), maxlength: 300, value: node.attrs.alt ?? '' });
  const caption = field(say('caption'), 'text', { maxlength: 300, value: node.textContent });
  const place = placing(node.attrs.place);
  open(say('pictureChange'), [element('img', { class: 'gp-ask__shown', src: node.attrs.src, alt: '' }), alt.box, isFigure && caption.box, isFigure && place.box].filter(Boolean), () => {
    if (!alt.input.value.trim()) return say('noAlt');
    const words = caption.input.value.trim();
    at.take();
    const { tr, schema } = editor.state;
    const content = !isFigure || words === node.textContent ? node.content : words ? schema.text(words) : null;
    tr.replaceWith(from, from + node.nodeSize, node.type.create({ ...node.attrs, alt: alt.input.value.trim(), ...(isFigure && { place: place.input.value || null }) }, content));
    editor.view.dispatch(tr);
    editor.commands.setNodeSelection(from);
    return null;
  }, { act: say('change'), closed: () => { at.drop(); editor.view.focus(); } });
}

export function insertFile(editor, form, given, then = () => {}) {
  const at = hold(editor), was = wordsAt(editor);
  const words = field(say('linkWords'), 'text', { value: was });
  const sayWords = offer(words.input);
  const chooser = library(form, 'file', (record) => sayWords(record.name), given);
  open(say('fileTitle'), [...chooser.parts, words.box], () => {
    if (!chooser.state.record) return say('notChosen');
    if (!words.input.value.trim()) return say('noWords');
    putLink(editor, at, chooser.state.record.url, words.input.value.trim(), was.trim());
    return null;
  }, { closed: () => { ending(editor, at)(); then(); } });
}

export function insertVideo(editor, form) {
  const at = hold(editor);
  const address = field(say('videoAddress'), 'text', { inputmode: 'url' });
  const name = field(say('videoName'));
  open(say('videoTitle'), [address.box, name.box], async () => {
    if (!name.input.value.trim()) return say('noName');
    try {
      const found = await ask(form, 'video', { url: address.input.value });
      at.take();
      putBlocks(editor, [editor.schema.nodes.video.create({ href: found.address }, editor.schema.text(say('watch', name.input.value.trim())))]);
      return null;
    } catch (fault) {
      return fault.message || say('failed');
    }
  }, { closed: ending(editor, at) });
}
