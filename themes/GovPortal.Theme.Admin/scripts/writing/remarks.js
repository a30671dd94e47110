// The checker beside the text. It reminds and never forbids.
import { ask } from './ask.js';
import { element } from './dialog.js';
import { say } from './words.js';

export function remark(form, text) {
  const panel = document.querySelector('[data-gp-remarks]');
  if (!panel) return () => {};
  const [count, list] = [panel.querySelector('[data-gp-remarks-count]'), panel.querySelector('ul')];
  panel.hidden = false;
  let timer, asked = null;

  function go(found) {
    const place = text.querySelectorAll(found.tag)[found.nth];
    if (!place) return;
    place.scrollIntoView({ block: 'center' });
    place.classList.add('gp-remarked');
    setTimeout(() => place.classList.remove('gp-remarked'), 2500);
    text.focus({ preventScroll: true });
    const range = document.createRange();
    range.selectNodeContents(place);
    range.collapse(true);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  async function look() {
    const html = text.innerHTML;
    if (html === asked) return;
    asked = html;
    try {
      const { remarks } = await ask(form, 'kiem-tra', { html });
      const said = remarks.length ? say('remarks', remarks.length) : say('noRemarks');
      if (count.textContent !== said) count.textContent = said;
      list.replaceChildren(...remarks.slice(0, 30).map((found) => element('li', {}, element('button', { type: 'button', class: 'gp-remarks__go', onclick: () => go(found) }, element('span', { text: found.sentence }), found.words && element('small', { text: `“${found.words}”` })))));
    } catch { asked = null; /* Asked again at the next change; writing goes on without it. */ }
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(look, 1500); };
  soon();
  return soon;
}
