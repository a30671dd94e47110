// What makes the page handier, none of it needed to read: reading tools, menu, suggestions, printing, copying a link.
(function () {
  'use strict';
  var html = document.documentElement;
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };

  function keep(name, value) {
    try {
      if (value) localStorage.setItem(name, value); else localStorage.removeItem(name);
    } catch (e) { /* The choice then lasts for this page only. */ }
  }

  function say(message) {
    var place = document.getElementById('gp-say');
    if (place) place.textContent = message;
  }

  // Text size and contrast.
  var sizes = ['small', '', 'large', 'larger'];

  function showTools() {
    var text = html.getAttribute('data-text') || '';
    all('[data-gp-text]').forEach(function (button) {
      var action = button.getAttribute('data-gp-text');
      var at = sizes.indexOf(text);
      if (action === 'reset') button.setAttribute('aria-pressed', String(text === ''));
      else button.setAttribute('aria-disabled', String(action === 'less' ? at === 0 : at === sizes.length - 1));
    });
    all('[data-gp-contrast]').forEach(function (button) {
      button.setAttribute('aria-pressed', String(html.getAttribute('data-contrast') === 'high'));
    });
  }

  all('[data-gp-text]').forEach(function (button) {
    button.addEventListener('click', function () {
      var action = button.getAttribute('data-gp-text');
      var at = sizes.indexOf(html.getAttribute('data-text') || '');
      var text = action === 'reset' ? '' : sizes[Math.max(0, Math.min(sizes.length - 1, at + (action === 'less' ? -1 : 1)))];
      if (text) html.setAttribute('data-text', text); else html.removeAttribute('data-text');
      keep('gp-text', text);
      showTools();
    });
  });

  all('[data-gp-contrast]').forEach(function (button) {
    button.addEventListener('click', function () {
      var on = html.getAttribute('data-contrast') !== 'high';
      if (on) html.setAttribute('data-contrast', 'high'); else html.removeAttribute('data-contrast');
      keep('gp-contrast', on ? 'high' : '');
      showTools();
    });
  });
  showTools();

  // Drop-downs of the menu on wide screens, and the menu itself on small ones.
  var drops = all('.gp-nav details');
  drops.forEach(function (drop) {
    drop.addEventListener('toggle', function () {
      if (drop.open) drops.forEach(function (other) { if (other !== drop) other.open = false; });
    });
  });
  document.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') return;
    drops.forEach(function (drop) {
      if (!drop.open) return;
      // The menu of a phone stays: its next Escape closes it.
      e.preventDefault();
      e.stopImmediatePropagation();
      if (drop.contains(document.activeElement)) drop.querySelector('summary').focus();
      drop.open = false;
    });
  });
  all('[data-gp-menu]').forEach(function (button) {
    var menu = document.getElementById(button.getAttribute('aria-controls'));
    if (!menu) return;
    var show = function (open) {
      menu.classList.toggle('is-open', open);
      button.setAttribute('aria-expanded', String(open));
    };
    button.addEventListener('click', function () { show(!menu.classList.contains('is-open')); });
    // Wherever the focus is: who opened the menu with a finger has it on the button still.
    document.addEventListener('keydown', function (e) {
      if (e.key === 'Escape' && !e.defaultPrevented && menu.classList.contains('is-open')) { show(false); button.focus(); }
    });
  });

  document.addEventListener('click', function (e) {
    drops.forEach(function (drop) { if (!drop.contains(e.target)) drop.open = false; });
  });

  // Filters stay folded on a phone and stand open beside the list on a desk.
  var desk = window.matchMedia('(min-width: 1024px)');
  function unfold() { all('details[data-gp-filter]').forEach(function (f) { f.open = desk.matches || f.getAttribute('data-gp-filter') === 'open'; }); }
  if (desk.addEventListener) desk.addEventListener('change', unfold);
  unfold();

  // The rest of a filter's choices comes into its place; the link leads to the same on a page of its own.
  document.addEventListener('click', function (e) {
    var link = e.target.closest('a[data-gp-rest]');
    if (!link || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey || !window.fetch) return;
    e.preventDefault();
    var id = link.getAttribute('data-gp-rest');
    fetch(link.href).then(function (r) { return r.ok ? r.text() : Promise.reject(r.status); }).then(function (text) {
      var come = new DOMParser().parseFromString(text, 'text/html').getElementById(id);
      document.getElementById(id).replaceWith(come);
      come.querySelector('a[data-gp-rest]').focus();
    }).catch(function () { window.location.assign(link.href); });
  });

  // Suggestions: the combobox pattern of the ARIA practices; typing and Enter go on working as a plain form.
  all('input[data-gp-suggest]').forEach(function (input, n) {
    var list = document.createElement('ul');
    var items = [], at = -1, timer = 0, asked = '', id = 'gp-suggest-' + n;
    list.id = id;
    list.className = 'gp-suggest';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.getAttribute('data-gp-suggest-label') || '');
    input.parentNode.appendChild(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', id);
    input.setAttribute('autocomplete', 'off');

    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function pick(to) {
      at = to;
      Array.prototype.forEach.call(list.children, function (li, i) {
        if (i === at) li.setAttribute('aria-selected', 'true'); else li.setAttribute('aria-selected', 'false');
      });
      if (at < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', id + '-' + at);
    }

    function show(found, isIncomplete) {
      items = found;
      list.textContent = '';
      items.forEach(function (item, i) {
        var li = document.createElement('li');
        li.id = id + '-' + i;
        li.setAttribute('role', 'option');
        li.setAttribute('aria-selected', 'false');
        li.textContent = item.text;
        li.addEventListener('mousedown', function (e) { e.preventDefault(); });
        li.addEventListener('click', function () { window.location.assign(item.url); });
        list.appendChild(li);
      });
      if (isIncomplete) {
        // Told with the suggestions, and none of them: the arrow keys pass it by.
        var note = document.createElement('li');
        note.className = 'gp-suggest__note';
        note.setAttribute('role', 'option');
        note.setAttribute('aria-disabled', 'true');
        note.textContent = input.getAttribute('data-gp-suggest-incomplete') || '';
        note.addEventListener('mousedown', function (e) { e.preventDefault(); });
        list.appendChild(note);
        say(note.textContent);
      }
      at = -1;
      input.removeAttribute('aria-activedescendant');
      list.hidden = !list.children.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
    }

    function ask() {
      var q = input.value.trim();
      if (q === asked) return;
      asked = q;
      if (q.length < 2) { close(); return; }
      fetch(input.getAttribute('data-gp-suggest') + '?q=' + encodeURIComponent(q), { headers: { Accept: 'application/json' } })
        .then(function (r) { return r.ok ? r.json() : { items: [] }; })
        .then(function (r) { if (q === asked && document.activeElement === input) show(r.items || [], r.incomplete === true); })
        .catch(close);
    }

    input.addEventListener('input', function () { clearTimeout(timer); timer = setTimeout(ask, 160); });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', function (e) {
      if (e.isComposing) return;
      if (e.key === 'Escape' && !list.hidden) { e.preventDefault(); close(); return; }
      if (e.key === 'Enter' && at >= 0) { e.preventDefault(); window.location.assign(items[at].url); return; }
      if ((e.key !== 'ArrowDown' && e.key !== 'ArrowUp') || !items.length) return;
      e.preventDefault();
      if (list.hidden) { list.hidden = false; input.setAttribute('aria-expanded', 'true'); }
      var step = e.key === 'ArrowDown' ? 1 : -1;
      pick(at + step < -1 ? items.length - 1 : at + step >= items.length ? -1 : at + step);
    });
  });

  // An alert that was read can be hidden on this device; a newer state of it shows again.
  all('[data-gp-hide]').forEach(function (b) {
    b.addEventListener('click', function () {
      var alert = b.closest('[data-gp-alert]');
      alert.hidden = true;
      say(b.getAttribute('data-gp-hide'));
      var next = document.querySelector('[data-gp-alert]:not([hidden]) [data-gp-hide]') || document.getElementById('noi-dung');
      next.focus({ preventScroll: true });
      try {
        var names = (localStorage.getItem('gp-alerts') || '').split(' ').filter(Boolean).slice(-19);
        localStorage.setItem('gp-alerts', names.concat(alert.getAttribute('data-gp-alert')).join(' '));
      } catch (e) { /* Storage is refused in some private windows; the alert then comes back with the next page. */ }
    });
  });

  // Says that a hit of a question was followed, so that questions without a good answer are seen; nothing else is said.
  document.addEventListener('click', function (e) {
    var link = e.target.closest('a[href]'), list = link && link.closest('[data-gp-followed]');
    if (list && navigator.sendBeacon) navigator.sendBeacon(list.getAttribute('data-gp-followed'), new URLSearchParams({ q: list.getAttribute('data-gp-question') }));
  });

  // A list to tick keeps its ticks on this device, by the words of each line: lines may come and go.
  all('[data-gp-checks]').forEach(function (list) {
    var name = 'gp-checks:' + list.getAttribute('data-gp-checks'), ticked = [];
    var boxes = all('input[type=checkbox]', list);
    var wordsOf = function (box) { return box.parentNode.textContent.trim(); };
    try { ticked = JSON.parse(localStorage.getItem(name) || '[]'); } catch (e) { /* Begins anew. */ }
    boxes.forEach(function (box) {
      box.checked = ticked.indexOf(wordsOf(box)) >= 0;
      box.addEventListener('change', function () {
        var now = boxes.filter(function (one) { return one.checked; }).map(wordsOf);
        keep(name, now.length ? JSON.stringify(now) : '');
      });
    });
  });

  // The commune a reader chose once is kept on this device, and stands in the address wherever an office is asked for.
  all('select[data-gp-commune="chosen"]').forEach(function (select) { keep('gp-commune', select.value); });
  try {
    var commune = localStorage.getItem('gp-commune');
    if (/^[a-z0-9-]+$/.test(commune || '')) {
      all('a[data-gp-commune]').forEach(function (link) { link.href += (link.href.indexOf('?') < 0 ? '?' : '&') + 'xa=' + commune; });
      all('select[data-gp-commune=""]').forEach(function (select) { if (select.querySelector('option[value="' + commune + '"]')) select.value = commune; });
    }
  } catch (e) { /* Storage is refused in some private windows; the commune is then chosen each time. */ }

  // Print, copy the address, hand it to the phone's own sharing.
  all('[data-gp-print]').forEach(function (b) { b.addEventListener('click', function () { window.print(); }); });

  all('[data-gp-copy]').forEach(function (b) {
    b.addEventListener('click', function () {
      navigator.clipboard.writeText(window.location.href.split('#')[0]).then(function () { say(b.getAttribute('data-gp-copy')); var w = b.querySelector('span'); if (w) w.textContent = b.getAttribute('data-gp-copy'); });
    });
  });

  all('[data-gp-share]').forEach(function (b) {
    b.addEventListener('click', function () { navigator.share({ title: document.title, url: window.location.href }).catch(function () { }); });
  });

  // A video plays where its link stands, once it is asked for; until then nothing comes from its host.
  all('a[data-gp-player]').forEach(function (link) {
    var where = link.querySelector('.gp-video__where'), name = link.textContent.replace(where ? where.textContent : '', '').trim();
    if (where) where.textContent = link.getAttribute('data-gp-player');
    link.addEventListener('click', function (e) {
      if (e.button || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
      e.preventDefault();
      var frame = document.createElement('iframe');
      frame.className = 'gp-video__player';
      frame.title = name;
      frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
      frame.referrerPolicy = 'strict-origin-when-cross-origin';
      frame.src = link.href + (link.href.indexOf('?') < 0 ? '?' : '&') + 'autoplay=1';
      link.replaceWith(frame);
      frame.focus();
    });
  });

  // A refused form: the summary of what is wrong is read first.
  var errors = document.querySelector('.gp-errors');
  if (errors) errors.focus();
})();
