// Forms of rows in an order: buttons move a row without loading the page anew, a mouse drags it, and a look at the site follows.
// Where a row goes, the server says; without this file the same buttons load the page.
(function () {
  'use strict';
  var form = document.querySelector('form[data-gp-arrange]');
  if (!form) return;
  var say = document.querySelector('[data-gp-say]');
  var look = document.querySelector('[data-gp-look]');
  var lookButton = document.querySelector('[data-gp-look-button]');
  var isMoving = false, timer = 0, looks = 0;

  function onlyWhereAsked() {
    form.querySelectorAll('[data-gp-target]').forEach(function (select) {
      var other = select.closest('.gp-arrange__fields').querySelector('[data-gp-other-address]');
      other.hidden = select.value !== 'khac';
    });
  }

  function dress() {
    onlyWhereAsked();
    form.querySelectorAll('[data-gp-row]').forEach(function (row) {
      if (!row.querySelector('.gp-move')) return;
      var grip = document.createElement('span');
      grip.className = 'gp-grip';
      grip.setAttribute('aria-hidden', 'true');
      grip.addEventListener('mousedown', function () { row.draggable = true; });
      grip.addEventListener('mouseup', function () { row.draggable = false; });
      row.insertBefore(grip, row.firstChild);
    });
  }

  function opened() {
    return Array.prototype.map.call(form.querySelectorAll('details[open] > .gp-arrange__fields [name]'), function (field) { return field; });
  }

  // A row that was open stays open; what it is, its first field's value tells.
  function keyOf(row) {
    var named = row.querySelector('[name$=".Name"],[name$=".Id"],[name$=".Label"],[name$=".Picture"]');
    return named ? named.value : '';
  }

  function move(what) {
    if (isMoving) return;
    isMoving = true;
    var open = opened().map(function (field) { return keyOf(field.closest('[data-gp-row]')); });
    var data = new FormData(form);
    data.set('Move', what);
    fetch(form.getAttribute('action') + '?handler=Arrange', { method: 'POST', body: data, credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      return answer.text();
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('form[data-gp-arrange]');
      if (!fresh) throw new Error('no form');
      form.replaceChildren.apply(form, Array.prototype.map.call(fresh.childNodes, function (node) { return document.importNode(node, true); }));
      form.querySelectorAll('[data-gp-row]').forEach(function (row) {
        var more = row.querySelector('details');
        if (more && open.indexOf(keyOf(row)) >= 0) more.open = true;
      });
      dress();
      var pressed = form.querySelector('[autofocus]');
      if (!pressed && what === 'add') pressed = form.querySelector('[data-gp-row]:last-child [name]:not([type=hidden])');
      if (!pressed) pressed = form.querySelector('.gp-move');
      if (pressed) pressed.focus();
      var moved = form.querySelector('[data-gp-moved]');
      if (say && moved) say.textContent = moved.textContent;
      isMoving = false;
      form.dispatchEvent(new Event('input', { bubbles: true }));
    }).catch(function () {
      // The session ended or the line broke: the plain way says so, and loses nothing.
      isMoving = false;
      var button = document.createElement('input');
      button.type = 'hidden'; button.name = 'Move'; button.value = what;
      form.append(button);
      form.setAttribute('action', form.getAttribute('action') + '?handler=Arrange');
      form.submit();
    });
  }

  document.addEventListener('submit', function (e) {
    if (e.target !== form || !e.submitter) return;
    if (e.submitter.hasAttribute('data-gp-look-button')) {
      // Looking is not saving: the form stays changed, and may be sent again.
      e.stopPropagation();
    } else if (e.submitter.hasAttribute('data-gp-move')) {
      e.preventDefault();
      e.stopPropagation();
      move(e.submitter.value);
    }
  }, true);

  form.addEventListener('keydown', function (e) {
    var row = e.target.closest('[data-gp-row]');
    var way = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }[e.key];
    if (!row || !way || !e.altKey || e.ctrlKey || e.metaKey) return;
    var button = row.querySelector('[data-gp-move="' + way + '"]');
    if (!button) return;
    e.preventDefault();
    move(button.value);
  });

  var dragged = null;
  function clear() { form.querySelectorAll('.gp-is-target, .gp-is-target-above').forEach(function (row) { row.classList.remove('gp-is-target', 'gp-is-target-above'); }); }
  // Over its lower part, a row is passed.
  function isBehind(row, e) { var box = row.getBoundingClientRect(); return e.clientY > box.top + box.height * 0.6; }
  form.addEventListener('dragstart', function (e) {
    dragged = e.target.closest ? e.target.closest('[data-gp-row]') : null;
    if (!dragged) return;
    dragged.classList.add('gp-is-dragged');
    e.dataTransfer.effectAllowed = 'move';
    e.dataTransfer.setData('text/plain', dragged.dataset.gpRow);
  });
  form.addEventListener('dragover', function (e) {
    var row = e.target.closest('[data-gp-row]');
    if (!dragged) return;
    e.preventDefault();
    clear();
    if (row && row !== dragged) row.classList.add(isBehind(row, e) ? 'gp-is-target-above' : 'gp-is-target');
  });
  form.addEventListener('dragend', function () {
    clear();
    if (dragged) { dragged.classList.remove('gp-is-dragged'); dragged.draggable = false; }
    dragged = null;
  });
  form.addEventListener('drop', function (e) {
    if (!dragged) return;
    e.preventDefault();
    var row = e.target.closest('[data-gp-row]');
    var rows = form.querySelectorAll('[data-gp-row]');
    var before = row ? Number(row.dataset.gpRow) + (isBehind(row, e) ? 1 : 0) : rows.length;
    if (row !== dragged) move('before ' + dragged.dataset.gpRow + ' ' + before);
  });

  // Each look comes in a frame of its own, so that the way back leads to the page before this one and not to an earlier look.
  function refresh() {
    if (!look || !look.open || !lookButton) return;
    var old = look.querySelector('iframe:not([data-gp-coming])');
    look.querySelectorAll('[data-gp-coming]').forEach(function (late) { late.remove(); });
    var next = document.createElement('iframe');
    next.title = old.title;
    next.name = 'xem-thu-' + (++looks);
    next.setAttribute('data-gp-coming', '');
    old.parentNode.append(next);
    next.addEventListener('load', function () {
      if (!next.isConnected || next.contentWindow.location.href === 'about:blank') return;
      try { next.contentWindow.scrollTo(0, old.contentWindow.scrollY); } catch (e) { /* It shows an error page of the browser. */ }
      next.removeAttribute('data-gp-coming');
      old.remove();
    });
    lookButton.formTarget = next.name;
    form.requestSubmit(lookButton);
  }
  function later() { clearTimeout(timer); timer = setTimeout(function () { if (isMoving) later(); else refresh(); }, 500); }

  form.addEventListener('input', function (e) { if (e.target.type !== 'file') later(); });
  form.addEventListener('change', function (e) {
    onlyWhereAsked();
    // A picture is kept at once, so that it is seen in the row and in the look.
    if (e.target.type === 'file' && e.target.files.length) move('none');
  });
  if (look) {
    look.addEventListener('toggle', refresh);
    if (matchMedia('(min-width: 1200px)').matches) look.open = true;
  }
  dress();
})();
