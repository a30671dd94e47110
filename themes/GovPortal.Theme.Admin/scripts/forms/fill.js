// Puts kept words back into the fields, with as many rows as there were.
import { inputsOf } from '../writing/keep.js';
import { countRows } from './rows.js';

export function fillFields(form, fields) {
  const names = Object.keys(fields);
  // Lists within rows come after the lists those rows stand in.
  const shape = (root) => root.querySelectorAll('[data-gp-rows]').forEach((list) => countRows(list, names));
  shape(form);
  for (const [name, input] of inputsOf(form)) {
    const value = fields[name];
    if (value === undefined) continue;
    if (input.type === 'checkbox') input.checked = value === 'true';
    else input.value = value;
  }
}
