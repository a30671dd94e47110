// The picture of the article itself, chosen from the library.
import { field, open } from './dialog.js';
import { library } from './insert.js';
import { say } from './words.js';

export function choosePicture(form) {
  const button = form.querySelector('[data-gp-choose-picture]');
  if (!button) return;
  const [shown, stored, alt, file, removes] = ['[data-gp-picture-shown]', '[name=StoredPicture]', '[name=PictureAlt]', '[name=Picture]', '[name=RemovesPicture]'].map((name) => form.querySelector(name));
  button.hidden = false;
  button.addEventListener('click', () => {
    const words = field(say('alt'), 'text', { hint: say('altHint'), maxlength: 300, value: alt.value });
    const chooser = library(form, 'picture', (record) => { words.input.value = record.alt || words.input.value; });
    open(say('useThis'), [...chooser.parts, words.box], () => {
      const { record } = chooser.state;
      if (!record) return say('notChosen');
      if (!words.input.value.trim()) return say('noAlt');
      stored.value = record.url.slice(record.url.indexOf('/tep/'));
      alt.value = words.input.value.trim();
      file.value = '';
      if (removes) removes.checked = false;
      shown.src = record.url;
      shown.alt = alt.value;
      shown.hidden = false;
      alt.dispatchEvent(new Event('input', { bubbles: true }));
      return null;
    });
  });
}
