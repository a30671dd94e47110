// Pictures and videos: each one thing, whose words are asked for in a dialog and never typed into by mistake.
import { Node } from '@tiptap/core';
import { DOMSerializer } from '@tiptap/pm/model';
import { common, kept } from './attributes.js';

const imageOf = (name, from = name) => ({ default: null, parseHTML: (element) => element.querySelector('img')?.getAttribute(from) ?? null, rendered: false });
const isSole = (figure) => {
  const [images, captions] = [figure.querySelectorAll('img'), figure.querySelectorAll('figcaption')];
  const others = figure.querySelector('p,div,ul,ol,dl,table,blockquote,pre,h2,h3,h4,h5,h6,hr,figure');
  const loose = [...figure.childNodes].filter((node) => node.nodeName !== 'FIGCAPTION').map((node) => node.textContent.trim()).join('');
  return images.length === 1 && captions.length <= 1 && !others && !loose && !images[0].closest('figcaption');
};

/** How large a picture stands, and where; null is as wide as the text. */
export const places = ['wide', 'left', 'right', 'narrow'];
const placeOf = (element) => places.find((place) => element.classList.contains(`gp-place-${place}`)) ?? null;

const drawn = (node) => {
  const { src, alt, width, height, imageTitle, imageId, href, isCaptionFirst, id, lang, title, place } = node.attrs;
  const image = ['img', { src, alt, width, height, title: imageTitle, id: imageId }];
  const shown = href ? ['a', { href }, image] : image;
  return ['figure', { class: place && `gp-place-${place}`, id, lang, title, 'data-gp-caption-first': isCaptionFirst ? '' : null }, shown, ['figcaption', 0]];
};

// Shown as it will stand, but for links, which would take the focus and lead away.
function shown({ node }) {
  const dom = document.createElement(node.type.name === 'video' ? 'p' : 'figure');
  const draw = (current) => {
    const { dom: made } = DOMSerializer.renderSpec(document, current.type.spec.toDOM(current));
    const words = made.querySelector('figcaption, a.gp-video');
    words.append(DOMSerializer.fromSchema(current.type.schema).serializeFragment(current.content));
    made.querySelectorAll('a').forEach((link) => link.removeAttribute('href'));
    dom.replaceChildren(...made.childNodes);
    for (const place of places) dom.classList.toggle(`gp-place-${place}`, current.attrs.place === place);
    dom.classList.toggle('gp-writing__nameless', current.type.name === 'picture' && !(current.attrs.alt || '').trim());
    return true;
  };
  dom.className = 'gp-writing__thing';
  draw(node);
  return { dom, ignoreMutation: () => true, update: (next) => next.type === node.type && draw(next) };
}

const Picture = Node.create({
  name: 'picture', group: 'block', content: 'inline*', atom: true, isolating: true, draggable: true, priority: 200,
  addAttributes: () => ({
    ...common(), src: imageOf('src'), alt: imageOf('alt'), width: imageOf('width'), height: imageOf('height'), imageTitle: imageOf('imageTitle', 'title'), imageId: imageOf('imageId', 'id'),
    href: { default: null, rendered: false, parseHTML: (element) => element.querySelector('a[href] img')?.closest('a').getAttribute('href') ?? null },
    place: { default: null, rendered: false, parseHTML: placeOf },
    isCaptionFirst: { default: false, rendered: false, parseHTML: (element) => element.dataset.gpCaptionFirst !== undefined || element.firstElementChild?.localName === 'figcaption' },
  }),
  parseHTML: () => [{ tag: 'figure', priority: 60, getAttrs: (element) => (isSole(element) ? null : false), contentElement: (element) => element.querySelector('figcaption') ?? document.createElement('figcaption') }],
  renderHTML: ({ node }) => drawn(node),
  addNodeView: () => shown,
});

const Video = Node.create({
  name: 'video', group: 'block', content: 'inline*', marks: 'bold italic', atom: true, isolating: true, draggable: true,
  addAttributes: () => ({ ...common(), href: { default: null, rendered: false, parseHTML: (element) => element.querySelector('a').getAttribute('href') } }),
  parseHTML: () => [{
    tag: 'p', priority: 70, contentElement: 'a',
    getAttrs: (element) => {
      const link = element.children.length === 1 && element.firstElementChild;
      return link && link.matches('a.gp-video[href]') && !link.id && link.textContent.trim() && link.textContent.trim() === element.textContent.trim() && !link.querySelector('img,br') ? null : false;
    },
  }],
  renderHTML: ({ node, HTMLAttributes }) => ['p', HTMLAttributes, ['a', { class: 'gp-video', href: node.attrs.href }, 0]],
  addNodeView: () => shown,
});

// A picture in a line of words, as older texts have them.
const Image = Node.create({
  name: 'image', inline: true, group: 'inline', atom: true, draggable: true,
  addAttributes: () => ({ ...kept('src', 'alt', 'width', 'height'), ...common() }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});

// Any other figure: several pictures, a table, a saying.
const Figure = Node.create({
  name: 'figure', group: 'block', content: '(block | figcaption)+', isolating: true, addAttributes: common,
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
});

const FigureCaption = Node.create({
  name: 'figcaption', content: 'inline*', addAttributes: common,
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: ({ HTMLAttributes }) => ['figcaption', HTMLAttributes, 0],
});

export const pictures = [Picture, Video, Image, Figure, FigureCaption];
