// How the points of a list are counted: by numbers, letters or Roman numbers, and from which one on.
import { element, field, open } from './dialog.js';
import { say } from './words.js';

const types = { 1: '1, 2, 3', a: 'a, b, c', A: 'A, B, C', i: 'i, ii, iii', I: 'I, II, III' };

/** The innermost numbered list around the cursor; null where there is none. */
export function numbersAt({ selection: { $from } }) {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === 'orderedList') return { node, at: $from.before(depth) };
    if (node.type.name === 'bulletList' || node.type.name === 'table') return null;
  }
  return null;
}

export function changeNumbering(editor) {
  const { node, at } = numbersAt(editor.state);
  const by = element('select', { class: 'gp-input', id: 'gp-numbering' }, ...Object.entries(types).map(([value, text]) => element('option', { value, text, selected: value === (node.attrs.type ?? '1') })));
  const from = field(say('numberingFrom'), 'number', { value: node.attrs.start ?? 1, min: 1, max: 9999, step: 1 });
  const choice = element('div', { class: 'gp-field' }, element('label', { class: 'gp-field__label', for: 'gp-numbering', text: say('numbering') }), by);
  open(say('numbering'), [choice, from.box], () => {
    const start = Number(from.input.value);
    if (!Number.isInteger(start) || start < 1 || start > 9999) return say('numberingRange');
    editor.view.dispatch(editor.state.tr.setNodeMarkup(at, null, { ...node.attrs, type: by.value === '1' ? null : by.value, start: start === 1 ? null : start }));
    return null;
  }, { act: say('change'), closed: () => editor.view.focus() });
}
