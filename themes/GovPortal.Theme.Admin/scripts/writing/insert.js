// The four dialogs that put something into the text: a link, a picture, a file, a video.
import { ask, look, upload } from './ask.js';
import { element, field, open } from './dialog.js';
import { dressed } from './dress.js';
import { say } from './words.js';

const escaped = (text) => element('i', { text }).innerHTML.replace(/"/g, '&quot;');

/** Remembers where the cursor stood, for a dialog takes the focus. */
export function place(editor) {
  const selection = getSelection();
  const text = editor.$.frameContext.get('wysiwyg');
  const range = selection.rangeCount && text.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
  const goBack = () => {
    editor.$.focusManager.focus();
    if (range && text.contains(range.startContainer)) editor.$.selection.setRange(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  };
  return {
    goBack,
    words: range ? range.toString() : '',
    link: range && (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement).closest('a[href]'),
    put(html) {
      goBack();
      editor.$.html.insert(dressed(html), { skipCharCount: true });
      editor.$.history.push(false);
    },
  };
}

export function insertLink(editor, form) {
  const at = place(editor);
  const search = field(say('linkSearch'), 'search', { autocomplete: 'off' });
  const found = element('ul', { class: 'gp-ask__found', role: 'list' });
  const address = field(say('linkAddress'), 'text', { value: at.link ? at.link.getAttribute('href') : '', inputmode: 'url' });
  const words = field(say('linkWords'), 'text', { value: at.link ? at.link.textContent : at.words });
  let timer;
  search.input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const q = search.input.value.trim();
      const { items } = q.length < 2 ? { items: [] } : await look(`${form.dataset.gpSuggest}?q=${encodeURIComponent(q)}`).catch(() => ({ items: [] }));
      found.replaceChildren(...items.map((item) => element('li', {}, element('button', { type: 'button', class: 'gp-ask__pick', text: item.text, onclick: () => {
        address.input.value = item.url;
        words.input.value = words.input.value || item.text;
        words.input.focus();
      } }))));
      if (q.length >= 2 && !items.length) found.append(element('li', { text: say('nothingFound') }));
    }, 200);
  });
  const remove = at.link && element('button', { type: 'button', class: 'gp-btn gp-btn--quiet', text: say('linkRemove'), onclick: () => {
    at.link.replaceWith(...at.link.childNodes);
    editor.$.history.push(false);
    box.close();
  } });
  const box = open(say('linkTitle'), [search.box, found, address.box, words.box], () => {
    const to = address.input.value.trim();
    if (!/^(https?:\/\/|\/|#|mailto:|tel:)./.test(to)) return say('noAddress');
    if (!words.input.value.trim()) return say('noWords');
    if (at.link) {
      at.link.setAttribute('href', to);
      at.link.textContent = words.input.value.trim();
      editor.$.history.push(false);
    } else {
      at.put(`<a href="${escaped(to)}">${escaped(words.input.value.trim())}</a>`);
    }
    return null;
  }, [remove]);
}

/** Fills a field with what is known of the thing chosen, and again when another one is; never over what the person typed. */
function offer(input) {
  let offered = '';
  return (words) => {
    if (input.value === offered) input.value = offered = words || '';
  };
}

/** The part of a dialog that chooses one thing of the library or uploads it. */
export function library(form, kind, chosen) {
  const state = { record: null };
  const uploaded = [];
  const search = field(say('librarySearch'), 'search', { autocomplete: 'off' });
  const file = field(say('upload'), 'file', { accept: kind === 'picture' ? 'image/*' : null });
  const note = element('p', { class: 'gp-field__hint', role: 'status' });
  const none = element('p', { class: 'gp-field__hint', role: 'status' });
  const list = element('ul', { class: kind === 'picture' ? 'gp-ask__pictures' : 'gp-ask__found', role: 'list' });
  const pick = (record) => {
    state.record = record;
    rows.forEach((one, id) => one.firstElementChild.setAttribute('aria-pressed', String(id === record.id)));
    chosen(record);
  };
  const button = (record) => {
    const shown = kind === 'picture' ? [element('img', { src: record.thumbnail || record.url, alt: '', width: 120, height: 90, loading: 'lazy' })] : [];
    return element('button', { type: 'button', class: 'gp-ask__pick', 'aria-pressed': String(state.record !== null && state.record.id === record.id), onclick: () => pick(record) }, ...shown, element('span', { text: record.alt || record.name }));
  };
  // What stands in the list already stays the same thing, so that a list that comes late takes nothing from under a finger.
  const rows = new Map();
  const row = (record) => {
    if (!rows.has(record.id)) rows.set(record.id, element('li', {}, button(record)));
    return rows.get(record.id);
  };
  let asked = 0;
  const fill = async () => {
    const mine = ++asked;
    try {
      const { items } = await look(`${form.dataset.gpDesk}/thu-vien/chon?q=${encodeURIComponent(search.input.value.trim())}&loai=${kind}&trang=1`);
      // An answer may be overtaken by a later one, and must not take away what was uploaded meanwhile.
      if (mine !== asked) return;
      const others = items.filter((record) => !uploaded.some((own) => own.id === record.id));
      const wanted = [...uploaded, ...others].map(row);
      if (wanted.length !== list.children.length || wanted.some((one, n) => one !== list.children[n])) list.replaceChildren(...wanted);
      none.textContent = items.length ? '' : say('nothingFound');
    } catch (fault) {
      if (mine === asked) none.textContent = fault.status === 404 ? say('noLibrary') : say('failed');
    }
  };
  let timer;
  search.input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(fill, 250); });
  file.input.addEventListener('change', async () => {
    if (!file.input.files.length) return;
    note.textContent = say('uploading');
    try {
      const record = await upload(form, file.input.files[0]);
      if (kind === 'picture' && record.kind !== 'picture') {
        note.textContent = say('noPicture');
        return;
      }
      if (!uploaded.some((own) => own.id === record.id)) uploaded.unshift(record);
      pick(record);
      await fill();
      note.textContent = '';
    } catch (fault) {
      note.textContent = fault.message || (fault.status === 404 ? say('noLibrary') : say('uploadFailed'));
    }
  });
  fill();
  return { parts: [file.box, note, search.box, none, list], state };
}

export function insertPicture(editor, form, given) {
  const at = place(editor);
  const alt = field(say('alt'), 'text', { hint: say('altHint'), maxlength: 300 });
  const caption = field(say('caption'), 'text', { maxlength: 300 });
  const sayAlt = offer(alt.input);
  const sayCaption = offer(caption.input);
  const show = (record) => {
    sayAlt(record.alt);
    sayCaption(record.caption);
  };
  const chooser = library(form, 'picture', show);
  if (given) { chooser.state.record = given; show(given); }
  open(say('pictureTitle'), [...chooser.parts, alt.box, caption.box], () => {
    const record = chooser.state.record;
    if (!record) return say('notChosen');
    if (!alt.input.value.trim()) return say('noAlt');
    const size = record.width && record.height ? ` width="${Number(record.width)}" height="${Number(record.height)}"` : '';
    const words = caption.input.value.trim();
    at.put(`<figure><img src="${escaped(record.url)}" alt="${escaped(alt.input.value.trim())}"${size}>${words ? `<figcaption>${escaped(words)}</figcaption>` : ''}</figure>`);
    return null;
  });
}

export function insertFile(editor, form) {
  const at = place(editor);
  const words = field(say('linkWords'), 'text', { value: at.words });
  const sayWords = offer(words.input);
  const chooser = library(form, 'file', (record) => sayWords(record.name));
  open(say('fileTitle'), [...chooser.parts, words.box], () => {
    if (!chooser.state.record) return say('notChosen');
    if (!words.input.value.trim()) return say('noWords');
    at.put(`<a href="${escaped(chooser.state.record.url)}">${escaped(words.input.value.trim())}</a>`);
    return null;
  });
}

export function insertVideo(editor, form) {
  const at = place(editor);
  const address = field(say('videoAddress'), 'text', { inputmode: 'url' });
  const name = field(say('videoName'));
  open(say('videoTitle'), [address.box, name.box], async () => {
    if (!name.input.value.trim()) return say('noName');
    try {
      const found = await ask(form, 'video', { url: address.input.value });
      at.put(`<p><a class="gp-video" href="${escaped(found.address)}">${escaped(say('watch', name.input.value.trim()))}</a></p>`);
      return null;
    } catch (fault) {
      return fault.message || say('failed');
    }
  });
}
