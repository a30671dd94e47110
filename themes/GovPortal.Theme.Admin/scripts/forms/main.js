// A form without the editor: rows, finding, and keeping what is typed. Without this file its buttons ask the server, and it works.
import { keep } from '../writing/keep.js';
import { fillFields } from './fill.js';
import { find } from './find.js';
import { remarkFields } from './remarks.js';
import { rowsOf } from './rows.js';

const form = document.querySelector('form[data-gp-writing]');

if (form) {
  rowsOf(form);
  find(form);
  keep(form, (fields) => fillFields(form, fields));
  remarkFields(form);
  form.classList.add('gp-is-ready');
}
