// Putting something into the text where the cursor stands, so that no word already there is lost.
import { Fragment, Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';

/** Remembers where the cursor stands while something else has the focus, through whatever is written meanwhile. */
export function hold(editor) {
  let mark = editor.state.selection.getBookmark();
  const follow = ({ transaction }) => { mark = mark.map(transaction.mapping); };
  editor.on('transaction', follow);
  return {
    /** Goes back there. */
    take() {
      editor.off('transaction', follow);
      editor.view.dispatch(editor.state.tr.setSelection(mark.resolve(editor.state.doc)));
    },
    drop: () => editor.off('transaction', follow),
  };
}

// Nothing is put between a picture and its caption, and no table into a cell of another.
const takes = ($place, depth, content, isTable) => {
  for (let above = depth; above >= 0; above--) {
    const name = $place.node(above).type.name;
    if (name === 'figure' || name === 'captionedTable' || (isTable && name === 'table')) return false;
  }
  const at = $place.indexAfter(depth);
  return $place.node(depth).canReplace(at, at, content);
};

/** Puts blocks behind the line the cursor stands in, or in place of an empty one. Where the cursor is in words, the line is parted there. */
export function putBlocks(editor, nodes, { isCursorInside = false, isCursorInLast = false } = {}) {
  const { tr, schema } = editor.state;
  const isTable = nodes.some((node) => /^(table|captionedTable)$/.test(node.type.name));
  const content = Fragment.from(nodes);
  const { $to } = tr.selection;
  let depth = $to.parent.inlineContent ? $to.depth - 1 : $to.depth;
  while (depth > 0 && !takes($to, depth, content, isTable)) depth--;
  const holder = $to.node(depth);
  let [from, to] = [$to.pos, $to.pos];
  if ($to.depth > depth) {
    const [before, behind] = [$to.before(depth + 1), $to.after(depth + 1)];
    const isLine = $to.depth === depth + 1 && $to.parent.type.name === 'paragraph';
    const [at, size] = [$to.index(depth), $to.parent.content.size];
    if (isLine && size === 0 && holder.canReplace(at, at + 1, content)) [from, to] = [before, behind];
    else if (isLine && size > 0 && $to.parentOffset === 0 && holder.canReplace(at, at, content)) from = to = before;
    else if (isLine && $to.parentOffset > 0 && $to.parentOffset < size) {
      tr.split($to.pos);
      from = to = $to.pos + 1;
    } else from = to = behind;
  }
  tr.replaceWith(from, to, content);
  const end = from + content.size;
  if (isCursorInLast && content.lastChild.isTextblock) tr.setSelection(TextSelection.create(tr.doc, end - 1));
  else if (isCursorInside) tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1)));
  else {
    if (tr.doc.resolve(end).nodeAfter?.type.name !== 'paragraph') tr.insert(end, schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, end + 1));
  }
  editor.view.dispatch(tr.scrollIntoView());
}

const lengthOf = (content) => content.textBetween(0, content.size, '', '').replace(/\s/g, '').length;

// What can flow into the line the cursor stands in. All else stands by itself.
const flows = /^(paragraph|heading|bulletList|orderedList|blockquote)$/;

/** Puts a pasted document where the cursor stands; where some of its words find no room there, behind what the cursor stands in. */
export function putDocument(editor, doc) {
  const { tr } = editor.state;
  if (doc.content.content.every((node) => flows.test(node.type.name))) {
    const open = (node) => (node.type.name === 'paragraph' ? 1 : 0);
    const left = lengthOf(editor.state.tr.deleteSelection().doc);
    tr.replaceSelection(new Slice(doc.content, open(doc.firstChild), open(doc.lastChild)));
    if (lengthOf(tr.doc) === left + lengthOf(doc)) {
      editor.view.dispatch(tr.scrollIntoView());
      return;
    }
  }
  if (!editor.state.selection.empty) editor.view.dispatch(editor.state.tr.deleteSelection());
  putBlocks(editor, doc.content.content, { isCursorInLast: true });
}
