// Stored HTML into the editor's document and back, and whether anything would be lost on the way.
import { DOMParser as DocumentParser, DOMSerializer } from '@tiptap/pm/model';

const read = (html) => new DOMParser().parseFromString(html, 'text/html').body;

/** The elements of stored HTML as the editor's document has them: a caption stands in a box around its table. */
export function dressed(html) {
  const body = read(html);
  for (const caption of body.querySelectorAll('table > caption')) {
    const table = caption.parentElement;
    const [box, line] = [body.ownerDocument.createElement('div'), body.ownerDocument.createElement('div')];
    box.setAttribute('data-gp-captioned', '');
    line.setAttribute('data-gp-caption', '');
    for (const name of ['id', 'lang', 'dir', 'title']) if (caption.hasAttribute(name)) line.setAttribute(name, caption.getAttribute(name));
    line.append(...caption.childNodes);
    caption.remove();
    table.replaceWith(box);
    box.append(line, table);
  }
  // The words of a caption are one line.
  for (const line of body.querySelectorAll('figcaption > p')) {
    if (line.nextElementSibling) line.after(body.ownerDocument.createElement('br'));
    line.replaceWith(...line.childNodes);
  }
  return body;
}

/** The document of stored HTML. A text always ends with a line to write on. */
export function documentOf(schema, html) {
  const doc = DocumentParser.fromSchema(schema).parse(dressed(html));
  return doc.lastChild.type.name === 'paragraph' ? doc : doc.copy(doc.content.addToEnd(schema.nodes.paragraph.create()));
}

/** The document of what is pasted, without the line to write on. */
export const pastedOf = (schema, html) => DocumentParser.fromSchema(schema).parse(dressed(html));

/** The elements of a document, each as the editor shows it. */
export function elementsOf(schema, content) {
  const body = document.implementation.createHTMLDocument('').body;
  body.append(DOMSerializer.fromSchema(schema).serializeFragment(content, { document: body.ownerDocument }));
  return body;
}

const isHead = (row) => row.children.length > 0 && [...row.children].every((cell) => cell.localName === 'th');

// Leading rows of headings are the head, unless one of their cells reaches down out of it.
function part(table) {
  const rows = [...table.querySelectorAll(':scope > tbody > tr')];
  const heads = rows.findIndex((row) => !(isHead(row) || row.dataset.gpPart === 'thead'));
  const isClosed = rows.slice(0, heads).every((row, n) => [...row.children].every((cell) => n + cell.rowSpan <= heads));
  const feet = rows.length - 1 - rows.findLastIndex((row) => row.dataset.gpPart !== 'tfoot');
  const parts = { thead: heads > 0 && isClosed ? rows.slice(0, heads) : [], tfoot: feet > 0 && feet < rows.length ? rows.slice(-feet) : [] };
  for (const cell of table.querySelectorAll('th:not([scope])')) {
    const row = cell.parentElement;
    cell.setAttribute('scope', rows.indexOf(row) === 0 || parts.thead.includes(row) || isHead(row) ? 'col' : 'row');
  }
  for (const [name, own] of Object.entries(parts)) {
    if (!own.length) continue;
    const made = table.ownerDocument.createElement(name);
    made.append(...own);
    if (name === 'thead') table.prepend(made);
    else table.append(made);
  }
  table.querySelectorAll(':scope > tbody:empty').forEach((empty) => empty.remove());
  rows.forEach((row) => row.removeAttribute('data-gp-part'));
}

function column(table) {
  const widths = (table.dataset.gpColumns || '').split(' ');
  const first = table.rows[0] ? [...table.rows[0].cells].reduce((sum, cell) => sum + cell.colSpan, 0) : 0;
  table.removeAttribute('data-gp-columns');
  if (!widths[0] || widths.length !== first) return;
  const group = table.ownerDocument.createElement('colgroup');
  for (const width of widths) {
    const made = table.ownerDocument.createElement('col');
    if (width) made.setAttribute('width', width);
    group.append(made);
  }
  table.prepend(group);
}

/** Stored HTML of a document. */
export function htmlOf(schema, content) {
  const body = elementsOf(schema, content);
  for (const table of body.querySelectorAll('table')) {
    part(table);
    column(table);
  }
  for (const cell of body.querySelectorAll('td[scope]')) cell.removeAttribute('scope');
  for (const box of body.querySelectorAll('[data-gp-captioned]')) {
    const [line, table] = box.children;
    const caption = body.ownerDocument.createElement('caption');
    for (const name of ['id', 'lang', 'dir', 'title']) if (line.hasAttribute(name)) caption.setAttribute(name, line.getAttribute(name));
    caption.append(...line.childNodes);
    if (caption.hasChildNodes()) table.prepend(caption);
    box.replaceWith(table);
  }
  // A lone paragraph of a point or cell is its words alone.
  for (const line of body.querySelectorAll('li > p, td > p, th > p, dd > p, figure > p')) {
    if (!line.attributes.length && line.previousElementSibling?.localName !== 'p' && line.nextElementSibling?.localName !== 'p' && !line.querySelector('.gp-video')) line.replaceWith(...line.childNodes);
  }
  body.querySelectorAll('figcaption:empty').forEach((empty) => empty.remove());
  for (const figure of body.querySelectorAll('[data-gp-caption-first]')) {
    figure.removeAttribute('data-gp-caption-first');
    const caption = figure.querySelector('figcaption');
    if (caption) figure.prepend(caption);
  }
  while (body.lastElementChild?.localName === 'p' && !body.lastElementChild.hasChildNodes()) body.lastElementChild.remove();
  return body.innerHTML;
}

const wordsOf = (body) => body.textContent.replace(/[\s\u200b\ufeff]+/g, '');
const namesOf = (body) => JSON.stringify([
  [...body.querySelectorAll('[id]')].map((element) => element.id).sort(),
  [...new Set([...body.querySelectorAll('a[href]')].filter((link) => link.textContent.trim() || link.querySelector('img')).map((link) => link.getAttribute('href')))].sort(),
  [...body.querySelectorAll('img[src]')].map((image) => `${image.getAttribute('src')} ${image.getAttribute('alt') ?? ''}`),
  body.querySelectorAll('td, th').length,
  [...body.querySelectorAll('span[class], [dir]')].map((element) => `${element.className} ${element.getAttribute('dir') ?? ''}`),
]);

/** Whether words, links, pictures or what links lead to would be lost if this were taken into the editor. */
export function loses(schema, html) {
  const [before, after] = [read(html), read(htmlOf(schema, documentOf(schema, html).content))];
  return wordsOf(before) !== wordsOf(after) || namesOf(before) !== namesOf(after);
}
