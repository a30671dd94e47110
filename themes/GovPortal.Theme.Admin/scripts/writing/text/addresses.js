// An address that is typed becomes a link when it is done: at the blank or the new line behind it. Undone, it stays plain.
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

const typed = /(?:^|[\s("“‘\ufffc])((?:https?:\/\/|www\.)[^\s<>"“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/i;
const behind = /[.,;:!?)\]}”’]+$/;

/** Where an address ends at the cursor, and what it leads to; null where none does. */
export function addressBefore(words) {
  const found = typed.exec(words);
  if (!found) return null;
  const shown = found[1].replace(behind, '');
  const isWhole = /^https?:\/\/[^/\s]+\.[^/\s]+|^www\.[^/\s]+\.[^/\s]+|@/i.test(shown);
  if (!isWhole) return null;
  const href = shown.includes('@') && !/^(https?:|www\.)/i.test(shown) ? `mailto:${shown}` : /^www\./i.test(shown) ? `https://${shown}` : shown;
  return { href, length: shown.length, rest: found[1].length - shown.length };
}

function link(view) {
  const { $from, empty } = view.state.selection;
  const type = view.state.schema.marks.link;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code || !$from.parent.type.allowsMarkType(type)) return;
  const found = addressBefore($from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc'));
  if (!found) return;
  const to = $from.pos - found.rest, from = to - found.length;
  if (view.state.doc.rangeHasMark(from, to, type)) return;
  view.dispatch(view.state.tr.addMark(from, to, type.create({ href: found.href })));
}

export const Addresses = Extension.create({
  name: 'addresses',
  priority: 980,
  addProseMirrorPlugins: () => [new Plugin({
    props: {
      handleTextInput(view, _, __, words) {
        if (/^\s$/.test(words)) link(view);
        return false;
      },
      handleKeyDown(view, e) {
        if (e.key === 'Enter' && !e.isComposing) link(view);
        return false;
      },
    },
  })],
});
