// Writing on beside what is no words: whatever is selected as one thing is never typed over, and there is always a line behind it.
import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** The thing that is selected as a whole, such as a picture. */
export const thingAt = ({ selection }) => (selection instanceof NodeSelection && selection.node.isBlock && (selection.node.isAtom || selection.node.isLeaf) ? selection : null);

/** Moves to an empty line before or behind the block between these positions; makes one where there is none. */
export function lineBeside(view, from, to, isBehind) {
  const { tr, doc, schema } = view.state;
  const at = doc.resolve(isBehind ? to : from);
  const next = isBehind ? at.nodeAfter : at.nodeBefore;
  if (next && next.type.name === 'paragraph' && next.content.size === 0) {
    tr.setSelection(TextSelection.create(tr.doc, isBehind ? to + 1 : from - 1));
  } else {
    if (!at.parent.canReplaceWith(at.index(), at.index(), schema.nodes.paragraph)) return false;
    tr.insert(at.pos, schema.nodes.paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, at.pos + 1));
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}

const isTyped = (e) => !e.ctrlKey && !e.metaKey && !e.altKey && (e.key.length === 1 || e.key === 'Process' || e.key === 'Unidentified' || e.keyCode === 229);
/** Leaves what is selected as one thing for a line behind it. */
export const makeRoom = (view) => {
  const thing = thingAt(view.state);
  if (thing) lineBeside(view, thing.from, thing.to, true);
};

const shown = new PluginKey('shown');

export const Beside = Extension.create({
  name: 'beside',
  priority: 900,
  addKeyboardShortcuts() {
    const leave = (isBehind) => () => {
      const thing = thingAt(this.editor.state);
      return !!thing && lineBeside(this.editor.view, thing.from, thing.to, isBehind);
    };
    // What stands beside an edge of a line is selected first, and only then deleted. A table is walked into.
    const reach = (isBehind) => () => {
      const { doc, selection: { $from, empty } } = this.editor.state;
      if (!empty || $from.depth === 0 || $from.parentOffset !== (isBehind ? $from.parent.content.size : 0)) return false;
      const edge = doc.resolve(isBehind ? $from.after() : $from.before());
      const thing = isBehind ? edge.nodeAfter : edge.nodeBefore;
      if (thing && /^(table|captionedTable)$/.test(thing.type.name)) {
        this.editor.view.dispatch(this.editor.state.tr.setSelection(TextSelection.near(edge, isBehind ? 1 : -1)));
        return true;
      }
      return !!thing && (thing.isAtom || thing.isLeaf) && this.editor.commands.setNodeSelection(isBehind ? edge.pos : edge.pos - thing.nodeSize);
    };
    return { Enter: leave(true), 'Shift-Enter': leave(false), Backspace: reach(false), Delete: reach(true) };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction(_, __, { doc, selection, tr, schema }) {
          if (doc.lastChild.type.name !== 'paragraph') tr.insert(doc.content.size, schema.nodes.paragraph.create());
          // Three clicks would lead into the words of a thing, which only its dialog changes.
          const { $from } = selection;
          if ($from.depth > 0 && $from.parent.isAtom && $from.sameParent(selection.$to)) tr.setSelection(NodeSelection.create(tr.doc, $from.before()));
          return tr.docChanged || tr.selectionSet ? tr : null;
        },
        props: {
          handleKeyDown(view, e) {
            if (isTyped(e)) makeRoom(view);
            return false;
          },
          handleDOMEvents: {
            // The browser tells of a moved cursor a little later: a key pressed right behind another one must not act where that stood.
            keydown(view, e) {
              if (e.key === 'Backspace' || e.key === 'Delete') view.domObserver.flush();
              return false;
            },
            compositionstart(view) {
              makeRoom(view);
              return false;
            },
          },
          handleTextInput(view, _, __, words) {
            if (!thingAt(view.state)) return false;
            makeRoom(view);
            view.dispatch(view.state.tr.insertText(words));
            return true;
          },
        },
      }),
      // Where a remark leads to is marked for a while.
      new Plugin({
        key: shown,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, now) {
            const places = tr.getMeta(shown);
            if (!places) return now.map(tr.mapping, tr.doc);
            return DecorationSet.create(tr.doc, places.map(({ from, to, isBlock }) => (isBlock ? Decoration.node : Decoration.inline)(from, to, { class: 'gp-remarked' })));
          },
        },
        props: { decorations: (state) => shown.getState(state) },
      }),
    ];
  },
});

export const show = (view, places) => view.dispatch(view.state.tr.setMeta(shown, places).setMeta('addToHistory', false));
