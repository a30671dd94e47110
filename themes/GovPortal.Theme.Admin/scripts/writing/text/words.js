// What is marked within a line: stress, raised and lowered words, links, and places that links lead to.
import { Mark, Node } from '@tiptap/core';
import { common, kept } from './attributes.js';

const mark = (name, tags, more = {}) => Mark.create({
  name,
  addAttributes: common,
  parseHTML: () => tags.map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => [tags[0], HTMLAttributes, 0],
  ...more,
});

const withKey = (name, key) => ({
  addKeyboardShortcuts() {
    return { [key]: () => this.editor.commands.toggleMark(name) };
  },
});

// A link ends where it ends: what is typed behind it stands outside.
const Link = mark('link', ['a'], {
  priority: 1000, inclusive: false, keepOnSplit: false, exitable: true,
  addAttributes: () => ({
    class: { default: null, parseHTML: (element) => (element.classList.contains('gp-video') ? 'gp-video' : null) },
    ...kept('href'), ...common(),
  }),
  parseHTML: () => [{ tag: 'a[href]' }],
});

// Words that a link leads to, and the same where no words stand.
const Place = mark('place', ['a'], { priority: 990, inclusive: false, keepOnSplit: false, parseHTML: () => [{ tag: 'a[id]:not([href])' }] });

const Point = Node.create({
  name: 'point', inline: true, group: 'inline', atom: true, selectable: false, addAttributes: () => kept('id'),
  parseHTML: () => [{ tag: 'a[id]', priority: 70, getAttrs: (element) => (element.textContent.trim() || element.querySelector('img') ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes],
});

// Words that run the other way than those around them; of a bdo, each letter.
const Direction = Mark.create({
  name: 'direction', excludes: '',
  addAttributes: () => ({ ...common(), tag: { default: 'span', rendered: false, parseHTML: (element) => element.localName } }),
  parseHTML: () => [{ tag: 'span[dir]' }, { tag: 'bdo[dir]' }],
  renderHTML: ({ mark: { attrs }, HTMLAttributes }) => [attrs.tag, HTMLAttributes, 0],
});

export const marks = [
  Link, Place, Point, Direction,
  mark('bold', ['strong', 'b'], withKey('bold', 'Mod-b')), mark('italic', ['em', 'i'], withKey('italic', 'Mod-i')),
  mark('underline', ['u']), mark('strike', ['s']), mark('lowered', ['sub']), mark('raised', ['sup']), mark('code', ['code']), mark('highlight', ['mark']),
];
