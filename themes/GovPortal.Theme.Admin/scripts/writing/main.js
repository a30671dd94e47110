// The editor on the form of a text. Without this file the form is a plain box for words, and works.
import SUNEDITOR, { interfaces } from 'suneditor';
import { blockStyle, blockquote, image, list_bulleted, list_numbered, table } from 'suneditor/plugins';
import { element } from './dialog.js';
import { dressed } from './dress.js';
import { insertFile, insertLink, insertPicture, insertVideo } from './insert.js';
import { keep } from './keep.js';
import { handlePaste } from './paste.js';
import { choosePicture } from './picture.js';
import { labels } from './labels.js';
import { remark } from './remarks.js';
import { keyboardOf } from './toolbar.js';
import { find } from '../forms/find.js';
import { rowsOf } from '../forms/rows.js';
import { fillFields } from '../forms/fill.js';
import { headings, say } from './words.js';

const form = document.querySelector('form[data-gp-writing]');
const area = form && form.querySelector('[name=Body]');

function button(key, title, icon, act) {
  return class extends interfaces.PluginCommand {
    static key = key;
    static className = '';
    constructor(kernel) {
      super(kernel);
      this.title = title;
      this.icon = icon;
    }
    action() { act(); }
  };
}

function start() {
  let editor, isQuiet = true, remarks = () => {}, untouched = null;
  const told = element('p', { class: 'gp-told', role: 'status' });
  const tell = (sentence) => { told.textContent = sentence; };
  const sync = () => {
    if (!editor || isQuiet) return;
    const html = editor.$.facade.isEmpty() ? '' : editor.$.html.get();
    // A text that nobody touched is sent as it came, not as the editor would write it.
    if (html === untouched || html === area.value) return;
    untouched = null;
    area.value = html;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    remarks();
  };
  // In a paragraph this would only move it aside, which no text keeps.
  const inList = (act) => {
    const at = getSelection().anchorNode;
    if (at && (at.nodeType === 1 ? at : at.parentElement).closest('.sun-editor-editable li')) act();
  };
  const own = [
    button('gpDeeper', say('deeper'), 'indent', () => inList(() => editor.$.format.indent())),
    button('gpHigher', say('higher'), 'outdent', () => inList(() => editor.$.format.outdent())),
    button('gpLink', say('link'), 'link', () => insertLink(editor, form)),
    button('gpPicture', say('picture'), 'image', () => insertPicture(editor, form)),
    button('gpFile', say('file'), 'file_upload', () => insertFile(editor, form)),
    button('gpVideo', say('video'), 'video', () => insertVideo(editor, form)),
  ];
  const groups = [['undo', 'redo'], ['blockStyle', 'bold', 'italic'], ['list_bulleted', 'list_numbered', 'gpDeeper', 'gpHigher', 'blockquote', 'table'], ['gpLink', 'gpPicture', 'gpFile', 'gpVideo'], ['removeFormat', 'fullScreen', ...(form.dataset.gpMaySeeSource ? ['codeView'] : [])]];
  editor = SUNEDITOR.create(area, {
    value: dressed(area.value),
    plugins: [blockStyle, blockquote, list_bulleted, list_numbered, table, image, ...own],
    lang: labels,
    buttonList: groups.flatMap((group) => [group, '|']).slice(0, -1),
    blockStyle: { items: ['p', ...headings.map((name, n) => ({ tag: `h${n + 2}`, name, command: 'line' }))] },
    image: { canResize: false, createFileInput: false, createUrlInput: false },
    height: 'auto',
    minHeight: '24rem',
    defaultLine: 'p',
    attributeWhitelist: { '*': 'id|lang|scope|start|headers' },
    allowedClassName: 'gp-video',
    statusbar: false,
    finder_panel: false,
    toolbar_sticky: 0,
    autoStyleify: [],
    // The key leads on to the next field, for whoever has no mouse.
    tabDisable: true,
    editableFrameAttributes: { spellcheck: 'false', lang: 'vi', role: 'textbox', 'aria-multiline': 'true', 'aria-label': say('textbox'), 'aria-describedby': area.getAttribute('aria-describedby') || '' },
    events: {
      onload() {
        untouched = editor.$.html.get();
        isQuiet = false;
        const text = editor.$.frameContext.get('wysiwyg');
        text.closest('.sun-editor').after(told, keyboardOf(editor));
        // Names of these buttons stand in tooltips, which those who hear the page do not meet.
        for (const unnamed of document.querySelectorAll('.sun-editor button:not([aria-label])')) {
          if (unnamed.textContent.trim()) unnamed.setAttribute('aria-label', unnamed.textContent.trim());
        }
        handlePaste(editor, form, tell, (record) => insertPicture(editor, form, record));
        remarks = remark(form, text);
        keep(form, (fields) => {
          fillFields(form, fields);
          isQuiet = true;
          editor.$.html.set(dressed(fields.Body || ''));
          untouched = editor.$.html.get();
          isQuiet = false;
        });
        for (const to of document.querySelectorAll('[href="#Body"], label[for=Body]')) to.addEventListener('click', (e) => { e.preventDefault(); editor.$.focusManager.focus(); text.scrollIntoView({ block: 'center' }); });
        form.classList.add('gp-is-ready');
      },
      onChange: sync,
    },
  });
  form.addEventListener('submit', sync, true);
}

if (form) {
  rowsOf(form);
  find(form);
  choosePicture(form);
}
if (area) start();
