// The checker beside the text. It reminds and never forbids.
import { ask } from './ask.js';
import { element } from './dialog.js';
import { say } from './words.js';

/** `html` tells the text as the checker counts its elements; `lead` goes to the nth of a kind. */
export function remark(form, html, lead) {
  const panel = document.querySelector('[data-gp-remarks]');
  if (!panel) return () => {};
  const [count, list] = [panel.querySelector('[data-gp-remarks-count]'), panel.querySelector('ul')];
  panel.hidden = false;
  let timer, asked = null, shown = '';

  async function look() {
    const now = html();
    if (now === asked) return;
    asked = now;
    try {
      const { remarks } = await ask(form, 'kiem-tra', { html: now });
      const said = remarks.length ? say('remarks', remarks.length) : say('noRemarks');
      if (count.textContent !== said) count.textContent = said;
      // A remark that stands there already stays under the finger.
      if (shown === JSON.stringify(remarks)) return;
      shown = JSON.stringify(remarks);
      list.replaceChildren(...remarks.slice(0, 30).map((found) => element('li', {}, element('button', { type: 'button', class: 'gp-remarks__go', onclick: () => lead(found.tag, found.nth) }, element('span', { text: found.sentence }), found.words && element('small', { text: `“${found.words}”` })))));
    } catch { asked = null; /* Asked again at the next change; writing goes on without it. */ }
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(look, 1500); };
  soon();
  return soon;
}
