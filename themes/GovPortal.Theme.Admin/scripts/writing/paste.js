// What is pasted or dropped is cleaned by the server, in the one place that cleans every text, and its pictures go into the library.
import { ask, upload } from './ask.js';
import { insertFile, insertPicture } from './insert.js';
import { makeRoom } from './text/beside.js';
import { pastedOf } from './text/html.js';
import { hold, putDocument } from './text/put.js';
import { say } from './words.js';

const mostPictures = 20;

// Sentences that one line still carries.
const mostTold = 8;

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

/** Pictures as figures of their own; those that no reader would see, of other hosts or nowhere, are left out and counted. */
function settled(html) {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  let leftOut = 0;
  for (const image of [...body.querySelectorAll('img')]) {
    const source = image.getAttribute('src') || '';
    const own = source.startsWith(`${location.origin}/`) ? source.slice(location.origin.length) : source;
    const [line, figure] = [image.closest('p'), image.closest('figure')];
    if (!/^\/[^/\\]/.test(own)) {
      leftOut++;
      image.remove();
      if (line && !line.textContent.trim() && !line.querySelector('img')) line.remove();
      if (figure && !figure.querySelector('img, table')) {
        // The words under a picture that is left out stay.
        const caption = body.ownerDocument.createElement('p');
        caption.append(...(figure.querySelector('figcaption')?.childNodes ?? []));
        figure.replaceWith(...(caption.textContent.trim() ? [caption] : []));
      }
      continue;
    }
    image.setAttribute('src', own);
    if (line && line.parentElement === body && !line.textContent.trim() && line.querySelectorAll('img').length === 1 && !line.querySelector('a')) {
      const made = body.ownerDocument.createElement('figure');
      made.append(image);
      line.replaceWith(made);
    }
  }
  return { html: body.innerHTML, leftOut };
}

function plainOf(words) {
  const body = document.createElement('div');
  for (const part of words.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const line = document.createElement('p');
    part.split('\n').forEach((words, n) => line.append(...(n ? [document.createElement('br'), words] : [words])));
    body.append(line);
  }
  return body.innerHTML;
}

export function handPasting(getEditor, form, tell) {
  async function take(html, plain) {
    const editor = getEditor();
    makeRoom(editor.view);
    const at = hold(editor);
    let given, said;
    try {
      const clean = await ask(form, 'lam-sach', { html: await withPicturesKept(form, html) });
      const { html: fit, leftOut } = settled(clean.html);
      given = fit;
      const missing = clean.picturesLeftOut + leftOut;
      said = [missing ? say('picturesLeftOut', missing) : say('pasted'), ...clean.leftOut.slice(0, mostTold), ...(clean.leftOut.length > mostTold ? [say('andMore', clean.leftOut.length - mostTold)] : [])].join(' ');
    } catch (fault) {
      given = plainOf(plain);
      said = fault.message || say('pasteFailed');
    }
    at.take();
    putDocument(editor, pastedOf(editor.schema, given));
    tell(said);
  }

  async function takeFiles(files) {
    const editor = getEditor();
    const at = hold(editor);
    const records = [];
    for (const file of files.slice(0, mostPictures)) {
      tell(say('uploading'));
      try {
        records.push(await upload(form, file));
        tell('');
      } catch (fault) {
        tell(fault.message || say('uploadFailed'));
      }
    }
    at.take();
    // One dialog after the other, for each picture wants its description.
    const next = () => {
      const record = records.shift();
      if (record) (record.kind === 'picture' ? insertPicture : insertFile)(editor, form, record, next);
    };
    next();
  }

  /** Whether it was taken. What the editor itself copied or drags, it knows how to put. */
  function receive(data) {
    const html = data.getData('text/html'), plain = data.getData('text/plain'), files = [...data.files];
    if (html.includes('data-pm-slice') && !settled(html).leftOut) return false;
    if (html && (plain.trim() || !files.length)) take(html, plain);
    else if (files.length) takeFiles(files);
    else return false;
    return true;
  }

  return {
    paste(view, e) {
      if (!e.clipboardData || !receive(e.clipboardData)) return false;
      e.preventDefault();
      return true;
    },
    drop(view, e) {
      if (view.dragging || !e.dataTransfer) return false;
      const place = view.posAtCoords({ left: e.clientX, top: e.clientY });
      if (place) getEditor().commands.setTextSelection(place.pos);
      if (!receive(e.dataTransfer)) return false;
      e.preventDefault();
      return true;
    },
  };
}
