// A refused form: the summary of what is wrong is read first, and each of its lines goes to its field.
(function () {
  'use strict';
  var errors = document.querySelector('.gp-errors');
  if (errors) errors.focus();

  // Leaving a changed form asks first.
  var changed = false;
  document.querySelectorAll('form[data-gp-keep]').forEach(function (form) {
    form.addEventListener('input', function () { changed = true; });
    form.addEventListener('submit', function () { changed = false; });
  });
  window.addEventListener('beforeunload', function (e) { if (changed) e.preventDefault(); });
})();
