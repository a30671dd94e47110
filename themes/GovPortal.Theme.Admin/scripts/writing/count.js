// How long the text is: Vietnamese words are counted as they are written, syllable by syllable.
import { element } from './dialog.js';
import { isEnglish, say } from './words.js';

// Syllables a minute, for somebody who reads attentively.
const pace = 230;

export function counter(editor) {
  const line = element('p', { class: 'gp-count' });
  const number = (n) => n.toLocaleString(isEnglish ? 'en-GB' : 'vi-VN');
  let timer;
  const count = () => {
    const text = editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ').trim();
    const words = text ? text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length : 0;
    line.textContent = say('count', number(words), number(text.length), number(Math.max(1, Math.ceil(words / pace))));
    line.hidden = words === 0;
  };
  editor.on('update', () => { clearTimeout(timer); timer = setTimeout(count, 300); });
  count();
  return line;
}
