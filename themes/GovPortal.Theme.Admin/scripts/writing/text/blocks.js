// Paragraphs and all that they stand in: every block that a stored text may hold (src/GovPortal.Core/Content/SafeHtml.cs).
import { Node } from '@tiptap/core';
import { ListItem, ListKeymap } from '@tiptap/extension-list';
import { common, kept } from './attributes.js';

const block = (name, tags, content, more = {}) => Node.create({
  name, content, group: 'block', defining: true,
  addAttributes: common,
  parseHTML: () => tags.map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => [tags[0].split('[')[0], HTMLAttributes, 0],
  ...more,
});

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });

// The first of its group: what an empty place is filled with.
const Paragraph = block('paragraph', ['p'], 'inline*', { priority: 1000, defining: false });

const Heading = block('heading', ['h2'], 'inline*', {
  addAttributes: () => ({ ...common(), level: { default: 2, rendered: false } }),
  parseHTML: () => [2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs.level}`, HTMLAttributes, 0],
});

const Quote = block('blockquote', ['blockquote'], 'block+');
const Section = block('section', ['div[id]', 'div[lang]', 'div[dir]', 'div[title]'], 'block+');

const Preformatted = block('preformatted', ['pre'], 'inline*', {
  code: true, whitespace: 'pre',
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
});

const Bullets = block('bulletList', ['ul'], 'listItem+', { group: 'block list', defining: false });

const wholeOf = (name) => ({ default: null, keepOnSplit: false, parseHTML: (element) => (/^-?\d+$/.test(element.getAttribute(name) ?? '') ? Number.parseInt(element.getAttribute(name), 10) : null) });

const Numbers = block('orderedList', ['ol'], 'listItem+', {
  group: 'block list', defining: false,
  // 1, a, A, i, I: what the points are counted by.
  addAttributes: () => ({ ...common(), type: { default: null, parseHTML: (element) => (/^[aAiI]$/.test(element.getAttribute('type') ?? '') ? element.getAttribute('type') : null) }, start: wholeOf('start'), ...kept('reversed') }),
});

const Item = ListItem.extend({
  content: 'block+',
  addAttributes: () => ({ ...common(), value: wholeOf('value') }),
  // Where a point can go no deeper or higher, the key leads on out of the text, for whoever has no mouse.
  addKeyboardShortcuts() {
    const isNested = () => this.editor.state.selection.$from.depth > 0 && countOf(this.editor.state.selection.$from, 'listItem') > 1;
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      Tab: () => this.editor.commands.sinkListItem(this.name),
      'Shift-Tab': () => isNested() && this.editor.commands.liftListItem(this.name),
    };
  },
});

const ItemKeys = ListKeymap.extend({
  addKeyboardShortcuts() {
    const { Tab, ...others } = this.parent();
    return others;
  },
});

const Terms = block('terms', ['dl'], '(term | meaning | termGroup)+', { defining: false });
const TermGroup = block('termGroup', ['div'], '(term | meaning)+', { group: '', parseHTML: () => [{ tag: 'div', context: 'terms/', priority: 75 }] });
const Term = block('term', ['dt'], 'inline*', { group: '' });
const Meaning = block('meaning', ['dd'], 'block+', { group: '' });

const Rule = Node.create({
  name: 'rule', group: 'block', addAttributes: common,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
});

const Break = Node.create({
  name: 'hardBreak', inline: true, group: 'inline', selectable: false, linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const put = () => this.editor.commands.insertContent({ type: this.name });
    return { 'Shift-Enter': put, 'Mod-Enter': put };
  },
});

export const countOf = ($place, name) => Array.from({ length: $place.depth + 1 }, (_, depth) => $place.node(depth)).filter((node) => node.type.name === name).length;

export const blocks = [Document, Text, Paragraph, Heading, Quote, Section, Preformatted, Bullets, Numbers, Item, ItemKeys, Terms, TermGroup, Term, Meaning, Rule, Break];
