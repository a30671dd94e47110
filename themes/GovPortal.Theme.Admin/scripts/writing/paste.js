// What is pasted is cleaned by the server, in the one place that cleans every text, and its pictures go into the library.
import { ask, upload } from './ask.js';
import { dressed } from './dress.js';
import { say } from './words.js';

const mostPictures = 20;

function fileOf(source, n) {
  const parts = /^data:(image\/(?:png|jpeg|gif|webp));base64,(.+)$/s.exec(source);
  if (!parts) return null;
  const bytes = Uint8Array.from(atob(parts[2].replace(/\s/g, '')), (c) => c.charCodeAt(0));
  return new File([bytes], `anh-dan-${n + 1}.${parts[1].split('/')[1]}`, { type: parts[1] });
}

/** The same HTML with the pictures it carries within itself replaced by those of the library. Those that fail stay, for the server to count. */
async function withPicturesKept(form, html) {
  if (!html.includes('data:image')) return html;
  const text = new DOMParser().parseFromString(html, 'text/html');
  const pictures = [...text.querySelectorAll('img[src^="data:image"]')].slice(0, mostPictures);
  for (const [n, picture] of pictures.entries()) {
    const file = fileOf(picture.getAttribute('src'), n);
    if (!file) continue;
    try {
      picture.setAttribute('src', (await upload(form, file)).url);
    } catch { /* Left as it is: the server leaves it out and says so. */ }
  }
  return text.body.innerHTML;
}

export function handlePaste(editor, form, tell, insertUploaded) {
  const text = editor.$.frameContext.get('wysiwyg');
  const put = (range, html) => {
    if (range && text.contains(range.startContainer)) editor.$.selection.setRange(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    editor.$.html.insert(dressed(html), { skipCharCount: true });
    editor.$.history.push(false);
  };
  text.addEventListener('paste', async (e) => {
    const html = e.clipboardData.getData('text/html');
    const plain = e.clipboardData.getData('text/plain');
    const picture = [...e.clipboardData.files].find((file) => file.type.startsWith('image/'));
    if (!html && !picture) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const selection = getSelection();
    const range = selection.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    if (!html) {
      try {
        insertUploaded(await upload(form, picture));
      } catch (fault) {
        tell(fault.message || say('picturesLeftOut', 1));
      }
      return;
    }
    try {
      const clean = await ask(form, 'lam-sach', { html: await withPicturesKept(form, html) });
      put(range, clean.html);
      tell(clean.picturesLeftOut ? say('picturesLeftOut', clean.picturesLeftOut) : say('pasted'));
    } catch (fault) {
      const line = document.createElement('p');
      line.textContent = plain;
      put(range, line.innerHTML.replace(/\n{2,}/g, '</p><p>').replace(/\n/g, '<br>'));
      tell(fault.message || say('pasteFailed'));
    }
  }, true);
}
