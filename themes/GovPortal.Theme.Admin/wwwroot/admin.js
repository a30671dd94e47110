// A refused form: the summary of what is wrong is read first, and each of its lines goes to its field.
(function () {
  'use strict';
  var errors = document.querySelector('.gp-errors');
  if (errors) {
    // The server names what is wrong as it finds it; people read down the page.
    var lines = Array.prototype.map.call(errors.querySelectorAll('li'), function (line) {
      var link = line.querySelector('a[href^="#"]');
      return { line: line, field: link ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null };
    });
    lines.sort(function (a, b) {
      if (!a.field || !b.field) return (a.field ? 1 : 0) - (b.field ? 1 : 0);
      return a.field === b.field ? 0 : a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    });
    lines.forEach(function (one) { one.line.parentNode.appendChild(one.line); });
    errors.focus();
  }

  // A link is copied by one press, where the browser lets it be.
  document.querySelectorAll('[data-gp-copy]').forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(document.getElementById(button.dataset.gpCopy).value).then(function () { button.textContent = button.dataset.gpCopied; });
    });
  });

  // What the server saved need not stay in this browser, wherever the person was led.
  var saved = document.querySelector('[data-gp-saved-form]');
  if (saved) {
    try { localStorage.removeItem('gp-writing:' + saved.dataset.gpSavedForm); } catch (e) { /* Storage is refused; nothing was kept. */ }
  }

  // Leaving a changed form asks first.
  var changed = false;
  document.querySelectorAll('form[data-gp-keep]').forEach(function (form) {
    form.addEventListener('input', function () { changed = true; });
    // Sent twice by an impatient finger, a form is sent once.
    form.addEventListener('submit', function (e) {
      if (form.hasAttribute('data-gp-sent')) { e.preventDefault(); return; }
      form.setAttribute('data-gp-sent', '');
      changed = false;
    });
    form.addEventListener('gp-kept', function () { changed = false; });
    window.addEventListener('pageshow', function () { form.removeAttribute('data-gp-sent'); });
  });
  window.addEventListener('beforeunload', function (e) { if (changed) e.preventDefault(); });

  // On a phone the menu is folded, and says where one is.
  var toggle = document.querySelector('.gp-side__toggle');
  if (toggle) {
    var side = toggle.closest('.gp-side'), here = side.querySelector('[aria-current]');
    toggle.hidden = false;
    if (here) toggle.querySelector('span').append(' · ' + here.textContent.trim());
    toggle.addEventListener('click', function () { toggle.setAttribute('aria-expanded', String(side.classList.toggle('gp-side--open'))); });
  }

  // One box chooses or clears all lines of a list.
  document.querySelectorAll('[data-gp-all]').forEach(function (all) {
    var box = all.querySelector('input'), form = all.closest('form');
    var lines = function () { return Array.from(form.querySelectorAll('input[type=checkbox][name="' + all.dataset.gpAll + '"]')); };
    all.hidden = false;
    box.addEventListener('change', function () { lines().forEach(function (line) { line.checked = box.checked; }); });
    form.addEventListener('change', function (e) {
      if (e.target === box) return;
      var chosen = lines().filter(function (line) { return line.checked; }).length;
      box.checked = chosen === lines().length;
      box.indeterminate = chosen > 0 && !box.checked;
    });
  });

  // Copying and printing need a script: without one the buttons stay away.
  document.querySelectorAll('[data-gp-copy]').forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', function () {
      var lines = Array.from(document.querySelectorAll(button.dataset.gpCopy + ' li'), function (line) { return line.textContent.trim(); });
      navigator.clipboard.writeText(lines.join('\n')).then(function () { button.querySelector('[role=status]').textContent = button.dataset.gpCopied; });
    });
  });
  document.querySelectorAll('[data-gp-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  // Ctrl+S saves the form one is in, as its button for keeping a draft does.
  document.addEventListener('keydown', function (e) {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 's') {
      var form = (document.activeElement && document.activeElement.closest('form[data-gp-keep]')) || document.querySelector('main form[data-gp-keep]');
      if (!form || document.querySelector('dialog[open]')) return;
      e.preventDefault();
      form.requestSubmit(form.querySelector('[data-gp-save]') || undefined);
    }
  });

  // Ctrl+K, or its button, opens the palette. Where the key has a meaning of its own, as in a text, it keeps it.
  var seek = document.querySelector('[data-gp-palette]');
  if (seek) {
    var openPalette = function () {
      if (window.gpPalette) { window.gpPalette(seek); return; }
      var script = document.createElement('script');
      script.src = seek.dataset.gpPalette;
      script.onload = function () { window.gpPalette(seek); };
      document.head.appendChild(script);
    };
    seek.hidden = false;
    seek.addEventListener('click', openPalette);
    document.addEventListener('keydown', function (e) {
      if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || e.key.toLowerCase() !== 'k' || e.defaultPrevented || document.querySelector('dialog[open]')) return;
      e.preventDefault();
      openPalette();
    });
  }

  // What a field for files says comes from the browser, in its language; over it stands the desk's. The field itself stays, for mouse, keys and dropping.
  var words = document.documentElement.lang === 'en'
    ? { one: 'Choose a file', many: 'Choose files', none: 'No file chosen', some: '{0} files' }
    : { one: 'Chọn tệp', many: 'Chọn các tệp', none: 'Chưa chọn tệp nào', some: '{0} tệp' };
  function dressFiles(root) {
    root.querySelectorAll('input[type=file]:not([data-gp-dressed])').forEach(function (input) {
      input.setAttribute('data-gp-dressed', '');
      var box = document.createElement('span'), button = document.createElement('span'), name = document.createElement('span');
      box.className = 'gp-filebox';
      button.className = 'gp-btn gp-btn--secondary gp-btn--small';
      button.textContent = input.multiple ? words.many : words.one;
      name.className = 'gp-filebox__name';
      [button, name].forEach(function (part) { part.setAttribute('aria-hidden', 'true'); });
      input.parentNode.insertBefore(box, input);
      box.append(input, button, name);
      var say = function () {
        name.textContent = input.files.length === 0 ? words.none : input.files.length === 1 ? input.files[0].name : words.some.replace('{0}', input.files.length);
      };
      input.addEventListener('change', say);
      if (input.form) input.form.addEventListener('reset', function () { setTimeout(say); });
      say();
    });
  }
  dressFiles(document);
  document.addEventListener('gp-files', function (e) { dressFiles(e.detail); });

  // How well white can be read on a chosen colour, as WCAG 2.2 counts it.
  document.querySelectorAll('[data-gp-contrast]').forEach(function (out) {
    var input = document.getElementById(out.dataset.gpContrast);
    input.addEventListener('input', function () {
      var light = [1, 3, 5].map(function (at) { return parseInt(input.value.slice(at, at + 2), 16) / 255; })
        .map(function (share) { return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4); });
      var ratio = 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05);
      out.textContent = (ratio >= 4.5 ? out.dataset.gpGood : out.dataset.gpPoor).replace('{0}', ratio.toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
      out.toggleAttribute('data-gp-is-poor', ratio < 4.5);
    });
  });
})();
