// What the toolbar offers.
import { AllSelection, TextSelection } from '@tiptap/pm/state';
import { editPicture, insertFile, insertLink, insertPicture, insertVideo, pictureAt } from './insert.js';
import { element, open } from './dialog.js';
import { changeNumbering, numbersAt } from './numbering.js';
import { around, insertTable, tableTools } from './tabletools.js';
import { lineBeside, thingAt } from './text/beside.js';
import { documentOf, htmlOf, loses } from './text/html.js';
import { putBlocks } from './text/put.js';
import { say } from './words.js';

// What is done to the whole text is done to its words, not to the empty line that always ends it.
function spread({ state: { doc, selection, tr }, view }) {
  if (!(selection instanceof AllSelection)) return;
  const end = doc.childCount > 1 && doc.lastChild.content.size === 0 ? doc.content.size - doc.lastChild.nodeSize : doc.content.size;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(0), doc.resolve(end))));
}

const chain = (build) => (editor) => {
  spread(editor);
  build(editor.chain()).scrollIntoView().run();
  editor.view.focus();
};

const style = (level) => ({
  key: `heading${level}`, words: `heading${level}`, act: chain((c) => c.toggleNode('heading', 'paragraph', { level })), isOn: (editor) => editor.isActive('heading', { level }),
});

const list = (key, name, icon) => ({ key, icon, act: chain((c) => c.toggleList(name, 'listItem')), isOn: (editor) => editor.isActive(name) });

// Links stay, for they are no form but lead somewhere; so does what they lead to.
function clear(editor) {
  const { tr, schema, selection } = editor.state;
  const { link, place, ...others } = schema.marks;
  for (const { $from, $to } of selection.ranges) {
    for (const type of Object.values(others)) tr.removeMark($from.pos, $to.pos, type);
    tr.doc.nodesBetween($from.pos, $to.pos, (node, at) => {
      if (node.type.name === 'heading') tr.setNodeMarkup(at, schema.nodes.paragraph, { id: node.attrs.id, lang: node.attrs.lang, title: node.attrs.title });
    });
  }
  editor.view.dispatch(tr.setStoredMarks([]));
  editor.view.focus();
}

function source(editor) {
  const before = htmlOf(editor.schema, editor.state.doc.content);
  const text = element('textarea', { class: 'gp-input gp-ask__source', 'aria-label': say('source'), spellcheck: 'false', rows: 16 });
  text.value = before;
  open(say('source'), [text], () => {
    if (text.value === before) return null;
    if (loses(editor.schema, text.value)) return say('sourceLoses');
    const { tr, doc, schema } = editor.state;
    editor.view.dispatch(tr.replaceWith(0, doc.content.size, documentOf(schema, text.value).content));
    return null;
  }, { act: say('change'), closed: () => editor.view.focus() });
}

const leave = (isBehind) => (editor) => {
  const { from, to } = thingAt(editor.state) ?? around(editor);
  lineBeside(editor.view, from, to, isBehind);
  editor.view.focus();
};

export const groups = (form, full, seek) => [
  { name: 'doing', tools: [
    { key: 'undo', icon: 'undo', keys: 'Control+Z', act: chain((c) => c.undo()), can: (editor) => editor.can().undo() },
    { key: 'redo', icon: 'redo', keys: 'Control+Y', act: chain((c) => c.redo()), can: (editor) => editor.can().redo() },
  ] },
  { name: 'styles', tools: [
    { key: 'paragraph', words: 'paragraph', act: chain((c) => c.setNode('paragraph')), isOn: (editor) => editor.isActive('paragraph') },
    style(2), style(3), style(4),
  ] },
  { name: 'stress', tools: [
    { key: 'bold', icon: 'bold', keys: 'Control+B', act: chain((c) => c.toggleMark('bold')), isOn: (editor) => editor.isActive('bold') },
    { key: 'italic', icon: 'italic', keys: 'Control+I', act: chain((c) => c.toggleMark('italic')), isOn: (editor) => editor.isActive('italic') },
    { key: 'clear', icon: 'clear', act: clear },
  ] },
  { name: 'lists', tools: [
    list('bullets', 'bulletList', 'bullets'), list('numbers', 'orderedList', 'numbers'),
    { key: 'deeper', icon: 'deeper', act: chain((c) => c.sinkListItem('listItem')), can: (editor) => editor.can().sinkListItem('listItem') },
    { key: 'higher', icon: 'higher', act: chain((c) => c.liftListItem('listItem')), can: (editor) => editor.can().liftListItem('listItem') },
    { key: 'quote', icon: 'quote', act: chain((c) => c.toggleWrap('blockquote')), isOn: (editor) => editor.isActive('blockquote') },
  ] },
  { name: 'inserting', tools: [
    { key: 'link', icon: 'link', keys: 'Control+K', act: (editor) => insertLink(editor, form), isOn: (editor) => editor.isActive('link') },
    { key: 'picture', icon: 'picture', act: (editor) => insertPicture(editor, form) },
    { key: 'file', icon: 'file', act: (editor) => insertFile(editor, form) },
    { key: 'video', icon: 'video', act: (editor) => insertVideo(editor, form) },
    { key: 'table', icon: 'table', act: insertTable },
    { key: 'rule', icon: 'rule', act: (editor) => { putBlocks(editor, [editor.schema.nodes.rule.create()]); editor.view.focus(); } },
  ] },
  { name: 'viewing', tools: [
    { key: 'seek', icon: 'search', keys: 'Control+H', act: seek.open, isOn: seek.isOn },
    { key: 'full', icon: 'full', act: full.toggle, isOn: full.isOn },
    ...(form.dataset.gpMaySeeSource ? [{ key: 'source', icon: 'source', act: source }] : []),
  ] },
  { name: 'listTools', isAfar: true, isShown: ({ state }) => numbersAt(state) !== null, tools: [
    { key: 'numbering', words: 'numbering', icon: 'numbers', act: changeNumbering },
  ] },
  tableTools,
  { name: 'pictureTools', isAfar: true, isShown: ({ state }) => pictureAt(state) !== null, tools: [
    { key: 'pictureChange', words: 'pictureChange', icon: 'change', act: editPicture },
  ] },
  { name: 'besideTools', isAfar: true, isShown: (editor) => thingAt(editor.state) !== null || around(editor) !== null, tools: [
    { key: 'lineAbove', words: 'lineAbove', icon: 'line-above', act: leave(false) },
    { key: 'lineBelow', words: 'lineBelow', icon: 'line-below', act: leave(true) },
  ] },
  { name: 'thingTools', isAfar: true, isShown: ({ state }) => thingAt(state) !== null, tools: [
    { key: 'thingDelete', icon: 'remove', act: chain((c) => c.deleteSelection()) },
  ] },
];

/** Keys that do the same as a button. Control with Alt is left alone: a Vietnamese keyboard types its digits by it. */
export const keysOf = (form) => ({
  'Mod-k': ({ editor }) => { insertLink(editor, form); return true; },
});
