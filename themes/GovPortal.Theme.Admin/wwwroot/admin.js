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
})();
