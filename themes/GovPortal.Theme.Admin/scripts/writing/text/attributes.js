// Attributes that a text keeps without the editor having anything to do with them.
export const kept = (...names) => Object.fromEntries(names.map((name) => [name, { default: null, keepOnSplit: false, parseHTML: (element) => element.getAttribute(name) }]));

/** What every element may carry: what a link leads to, the language of its words and the way they run, and words that explain it. */
export const common = () => kept('id', 'lang', 'dir', 'title');

export const numberOf = (element, name, otherwise) => {
  const read = Number.parseInt(element.getAttribute(name), 10);
  return Number.isInteger(read) && read > 0 ? read : otherwise;
};
