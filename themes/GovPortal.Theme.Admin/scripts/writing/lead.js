// Leads from a remark to its place in the text and marks it for a while.
import { getMarkRange } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { show } from './text/beside.js';

const shownFor = 2500;

// What the editor draws for itself is no part of the text.
const ofEditor = '.ProseMirror-separator, .ProseMirror-trailingBreak, .ProseMirror-widget, .ProseMirror-widget *';

export function lead(editor, tag, nth) {
  const { view } = editor;
  const place = [...view.dom.querySelectorAll(tag)].filter((element) => !element.matches(ofEditor))[nth];
  if (!place) return;
  const { doc, schema, tr } = editor.state;
  const at = view.posAtDOM(place, 0);
  const $at = doc.resolve(at);
  const link = tag === 'a' && getMarkRange(doc.resolve(Math.min(at + 1, doc.content.size)), schema.marks.link);
  const self = [at, at - 1].find((pos) => pos >= 0 && doc.nodeAt(pos)?.isAtom && !doc.nodeAt(pos).isText);
  let marked;
  if (link) {
    marked = { from: link.from, to: link.to };
    tr.setSelection(TextSelection.create(doc, link.from));
  } else if (self !== undefined) {
    marked = { from: self, to: self + doc.nodeAt(self).nodeSize, isBlock: true };
    tr.setSelection(NodeSelection.create(doc, self));
  } else {
    const depth = $at.depth || 1;
    marked = { from: $at.before(depth), to: $at.after(depth), isBlock: true };
    tr.setSelection(TextSelection.near($at));
  }
  view.dispatch(tr);
  view.focus();
  place.scrollIntoView({ block: 'center' });
  show(view, [marked]);
  setTimeout(() => { if (!view.isDestroyed) show(view, []); }, shownFor);
}
