// The checker for plain fields: each line of a long text is looked at as a paragraph, and a remark leads to its field.
import { ask } from '../writing/ask.js';
import { element } from '../writing/dialog.js';
import { say } from '../writing/words.js';

const most = 30;

export function remarkFields(form) {
  const panel = document.querySelector('[data-gp-remarks]');
  if (!panel) return;
  const [count, list] = [panel.querySelector('[data-gp-remarks-count]'), panel.querySelector('ul')];
  panel.hidden = false;
  let timer, asked = null;

  function paragraphs() {
    return [...form.querySelectorAll('textarea')].flatMap((area) => {
      let start = 0;
      return area.value.split('\n').map((line) => {
        const paragraph = { area, start, line };
        start += line.length + 1;
        return paragraph;
      });
    }).filter(({ line }) => line.trim());
  }

  function go({ area, start, line }) {
    if (!area.isConnected) return;
    area.focus();
    area.setSelectionRange(start, start + line.length);
    area.scrollIntoView({ block: 'center' });
  }

  async function look() {
    const all = paragraphs();
    const html = all.map(({ line }) => { const p = document.createElement('p'); p.textContent = line; return p.outerHTML; }).join('');
    if (html === asked) return;
    asked = html;
    try {
      const { remarks } = html ? await ask(form, 'kiem-tra', { html }) : { remarks: [] };
      const said = remarks.length ? say('remarks', remarks.length) : say('noRemarks');
      if (count.textContent !== said) count.textContent = said;
      list.replaceChildren(...remarks.slice(0, most).filter((found) => found.tag === 'p' && all[found.nth]).map((found) => element('li', {}, element('button', { type: 'button', class: 'gp-remarks__go', onclick: () => go(all[found.nth]) }, element('span', { text: found.sentence }), found.words && element('small', { text: `“${found.words}”` })))));
    } catch { asked = null; /* Asked again at the next change; writing goes on without it. */ }
  }

  const soon = () => { clearTimeout(timer); timer = setTimeout(look, 1500); };
  form.addEventListener('input', soon);
  soon();
}
