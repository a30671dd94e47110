// A refused form: the summary of what is wrong is read first, and each of its lines goes to its field.
(function () {
  'use strict';
  var errors = document.querySelector('.gp-errors');
  if (errors) errors.focus();

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
})();
