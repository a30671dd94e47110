// The toolbar of the text: one stop of the Tab key, arrow keys within (WAI-ARIA toolbar). Escape leads back to the text, Alt+F10 here.
import { element } from './dialog.js';
import { say } from './words.js';

const sprite = document.currentScript?.dataset.gpIcons ?? '';
const vector = 'http://www.w3.org/2000/svg';

function icon(name) {
  const drawing = document.createElementNS(vector, 'svg');
  const use = document.createElementNS(vector, 'use');
  drawing.setAttribute('class', 'gp-icon');
  drawing.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `${sprite}#${name}`);
  drawing.append(use);
  return drawing;
}

export function toolbar(editor, groups) {
  const box = element('div', { class: 'gp-tools', role: 'toolbar', 'aria-label': say('toolbar') });
  const [near, afar] = [element('div', { class: 'gp-tools__row' }), element('div', { class: 'gp-tools__row' })];
  const all = [];
  box.append(near, afar);
  for (const group of groups) {
    const row = element('div', { class: 'gp-tools__group', role: 'group', 'aria-label': say(group.name) });
    const tools = group.tools.map((tool) => {
      const keys = tool.keys ? ` (${tool.keys.replace('Control', 'Ctrl')})` : '';
      const words = tool.words && element('span', { text: say(tool.words) });
      const button = element('button', { type: 'button', class: 'gp-tools__tool', 'data-gp-tool': tool.key, 'aria-label': words ? null : say(tool.key), title: words && !keys ? null : `${say(tool.key)}${keys}`, 'aria-keyshortcuts': tool.keys ?? null, tabindex: '-1' }, tool.icon && icon(tool.icon), words);
      // The mouse leaves the cursor where it stands in the text.
      button.addEventListener('mousedown', (e) => e.preventDefault());
      button.addEventListener('click', () => {
        stop(button);
        if (button.getAttribute('aria-disabled') !== 'true') tool.act(editor);
      });
      row.append(button);
      return { ...tool, button };
    });
    (group.isAfar ? afar : near).append(row);
    all.push({ ...group, row, tools });
  }

  const reachable = () => all.flatMap((group) => (group.row.hidden ? [] : group.tools.map((tool) => tool.button)));
  function stop(button) {
    for (const other of box.querySelectorAll('button')) other.tabIndex = other === button ? 0 : -1;
  }
  box.addEventListener('focusin', (e) => stop(e.target));
  box.addEventListener('keydown', (e) => {
    const buttons = reachable(), at = buttons.indexOf(e.target);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[e.key];
    if (e.key === 'Escape') {
      e.preventDefault();
      editor.view.focus();
    } else if (to !== undefined && at >= 0) {
      e.preventDefault();
      buttons.at(to % buttons.length).focus();
    }
  });

  function refresh() {
    for (const group of all) {
      const isShown = !group.isShown || group.isShown(editor);
      if (group.row.hidden === isShown) group.row.hidden = !isShown;
      if (!isShown) continue;
      for (const { button, isOn, can } of group.tools) {
        if (isOn) button.setAttribute('aria-pressed', String(!!isOn(editor)));
        if (can) button.setAttribute('aria-disabled', String(!can(editor)));
      }
    }
    const isBare = all.every((group) => !group.isAfar || group.row.hidden);
    if (afar.hidden !== isBare) afar.hidden = isBare;
    // Of what is hidden nothing can be the stop.
    const buttons = reachable();
    if (!buttons.some((button) => button.tabIndex === 0)) stop(buttons[0]);
  }
  editor.on('transaction', refresh);
  refresh();
  return { box, refresh, focus: () => (reachable().find((button) => button.tabIndex === 0) ?? reachable()[0]).focus() };
}
