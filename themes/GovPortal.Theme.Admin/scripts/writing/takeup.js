// What this browser kept and the server never saved, as when the session ended: put back into the form it was typed into, or offered.
import { throwAway } from './ask.js';
import { element } from './dialog.js';
import { keysOpenElsewhere } from './drawer.js';
import { isEnglish, say } from './words.js';

const button = (look, text, onclick) => element('button', { type: 'button', class: `gp-btn gp-btn--small ${look}`, text, onclick });

/** A notice above the form. */
function announce(form, title, lines, buttons) {
  const icon = document.querySelector('.gp-bar .gp-icon').cloneNode(true);
  const use = icon.querySelector('use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, '#history'));
  const notice = element('section', { class: 'gp-notice', role: 'status', tabindex: '-1', 'data-gp-kept-here': true }, icon, element('p', { class: 'gp-notice__title', text: title }), ...lines.map((text) => element('p', { text })), element('div', { class: 'gp-actions' }, ...buttons));
  form.before(notice);
  return notice;
}

/** @param writing How the form is read and written: its drawers, its key and revision, what stands in its fields. */
export function takeUp(form, writing, left) {
  const { drawers, item, key, revision } = writing;
  const offered = () => document.querySelector('[data-gp-offered]');
  const isOffered = (keys) => offered() && keys.includes(offered().dataset.gpOffered);
  const openElsewhere = item ? null : keysOpenElsewhere(drawers.place, key);

  function bringBack(kept) {
    writing.fill(kept);
    if (isOffered([kept.key])) offered().remove();
    const afresh = button('gp-btn--secondary', say(item ? 'backToSaved' : 'startAfresh'), async () => {
      if (!confirm(say('throwAwaySure'))) return;
      writing.end();
      drawers.empty(kept.key);
      await throwAway(form, kept.key);
      location.assign(location.pathname);
    });
    return announce(form, say('restored'), [], [afresh]);
  }

  /** Older than what was saved, or another text altogether: nothing of it is put anywhere before the person says so. */
  function offer(kept) {
    // The server offers what it has of the same text; what this browser has beyond that is offered once that was taken up.
    if (isOffered([kept.key])) return;
    const title = (kept.fields.Title || '').trim();
    const when = new Date(kept.at).toLocaleString(isEnglish ? 'en-GB' : 'vi-VN', { dateStyle: 'short', timeStyle: 'short' });
    const notice = announce(form, say('localOffer', when), [title && `“${title}”`, item && kept.revision !== revision() && say('localOlder')].filter(Boolean), [
      button('', say('takeBack'), () => { notice.remove(); bringBack(kept).focus(); }),
      button('gp-btn--secondary', say('throwAway'), () => {
        notice.remove();
        drawers.empty(kept.key);
        throwAway(form, kept.key);
        document.querySelector('main').focus({ preventScroll: true });
      }),
    ]);
  }

  /** Texts of other tabs that were closed; those of tabs that stand open are their own affair. */
  async function seek() {
    const open = await openElsewhere;
    if (isOffered([...open])) offered().remove();
    const orphan = drawers.ofNew().find((kept) => kept.key !== key() && !open.has(kept.key) && !writing.isSame(kept));
    if (orphan) offer(orphan);
  }

  // What was sent and refused stands in the form as it was sent.
  if (document.querySelector('.gp-errors')) return;
  const [entry] = performance.getEntriesByType('navigation');
  const isSameTab = Boolean(left && left.comesBack && (!item || left.key === key())) || (entry && ['reload', 'back_forward'].includes(entry.type));
  const isChosen = new URLSearchParams(location.search).has('tam');
  const own = (!item && isSameTab && left && drawers.find(left.key)) || drawers.find(key());
  if (own && !writing.isSame(own)) {
    const followsWhatIsSaved = !item || own.revision === revision();
    if (followsWhatIsSaved && (isSameTab || (item && !isChosen))) bringBack(own);
    else offer(own);
  } else if (!item) {
    seek();
  }
}
