// The library: files dropped or chosen go up one by one, each with its own bar and its own answer; the focal point follows a click or the arrow keys.
(function () {
  'use strict';
  var AT_ONCE = 2;

  function made(name, className, text) {
    var element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function filled(text) {
    var values = [].slice.call(arguments, 1);
    return text.replace(/\{(\d)\}/g, function (_, number) { return values[number]; });
  }

  // As the server writes sizes.
  function sizeOf(bytes) {
    var units = bytes < 1 << 20 ? [1 << 10, 0, 'KB'] : bytes < 1 << 30 ? [1 << 20, 1, 'MB'] : [1 << 30, 2, 'GB'];
    var number = Math.max(units[1] ? 0 : 1, bytes / units[0]);
    return number.toLocaleString(document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN', { minimumFractionDigits: units[1] === 1 ? 1 : 0, maximumFractionDigits: units[1], useGrouping: false }) + ' ' + units[2];
  }

  function uploadsOf(form) {
    var input = form.querySelector('input[type=file]');
    var list = form.querySelector('.gp-uploads');
    var tally = form.querySelector('.gp-drop__tally');
    var grid = document.querySelector('[data-gp-files]');
    var words = form.dataset;
    var waiting = [];
    var running = 0, finished = 0, taken = 0, all = 0;

    function lineOf(file) {
      var line = made('li', 'gp-upload');
      var bar = made('progress', 'gp-upload__bar');
      var state = made('span', 'gp-upload__state', words.gpWaiting);
      bar.max = 100;
      bar.value = 0;
      bar.setAttribute('aria-label', file.name);
      line.append(made('span', 'gp-upload__name', file.name), state, bar);
      list.append(line);
      return { file: file, line: line, bar: bar, state: state };
    }

    function end(job, className, text) {
      job.bar.remove();
      job.state.textContent = text;
      job.line.classList.add(className);
      running--;
      finished++;
      if (finished === all) tally.textContent = filled(words.gpTally, taken, all);
      next();
    }

    function show(job, record) {
      taken++;
      var link = made('a', 'gp-upload__open', words.gpOpen);
      link.href = words.gpFile + record.id;
      link.append(made('span', 'visually-hidden', ' ' + record.name));
      job.line.append(link);
      if (grid && !grid.querySelector('a[href="' + link.getAttribute('href') + '"]')) {
        var item = made('li'), card = made('a', 'gp-file');
        card.href = link.href;
        var face = made(record.thumbnail ? 'img' : 'span', 'gp-file__face' + (record.thumbnail ? '' : ' gp-file__face--plain'));
        if (record.thumbnail) { face.alt = ''; face.width = 320; face.height = 240; face.src = record.thumbnail; }
        else face.append(form.querySelector('template').content.cloneNode(true));
        card.append(face, made('span', 'gp-file__name', record.name), made('span', 'gp-file__facts', record.ending + ' · ' + sizeOf(record.length)));
        if (record.kind === 'picture' && !record.alt) {
          var badge = made('span', 'gp-badge gp-badge--warn');
          badge.append(form.querySelector('template[data-gp-warn]').content.cloneNode(true), words.gpNoAlt);
          card.append(badge);
        }
        count(record.length);
        item.append(card);
        grid.prepend(item);
        var empty = document.querySelector('.gp-empty');
        if (empty) empty.remove();
      }
    }

    // What was just uploaded counts at once, as it will on the next visit.
    function count(bytes) {
      var room = document.querySelector('[data-gp-room]');
      var bar = document.querySelector('.gp-room__bar');
      if (!room) return;
      var used = Number(room.dataset.gpUsed) + bytes;
      room.dataset.gpUsed = used;
      room.textContent = filled(room.dataset.gpRoom, sizeOf(used), sizeOf(Number(room.dataset.gpQuota)));
      if (bar) bar.value = Math.min(100, Math.floor(used * 100 / Number(room.dataset.gpQuota)));
    }

    function send(job) {
      running++;
      job.state.textContent = words.gpRunning;
      var body = new FormData();
      body.append('file', job.file);
      body.append('folder', form.elements.IntoFolder.value);
      var request = new XMLHttpRequest();
      request.open('POST', words.gpUpload);
      request.setRequestHeader('RequestVerificationToken', form.elements.__RequestVerificationToken.value);
      request.setRequestHeader('Accept', 'application/json');
      request.upload.addEventListener('progress', function (e) { if (e.lengthComputable) job.bar.value = 100 * e.loaded / e.total; });
      request.addEventListener('load', function () {
        var answer = null;
        try { answer = JSON.parse(request.responseText); } catch (_) { /* A page instead of JSON: the session ended, or a server in front refused. */ }
        if (request.status === 201 && answer) {
          show(job, answer);
          end(job, 'gp-upload--done', words.gpDone);
        } else {
          // Asked for JSON and answered with a page: somebody has to sign in again.
          end(job, 'gp-upload--refused', answer && answer.detail || (request.status === 401 || request.status === 200 ? words.gpOver : filled(words.gpLost, job.file.name)));
        }
      });
      request.addEventListener('error', function () { end(job, 'gp-upload--refused', filled(words.gpLost, job.file.name)); });
      request.send(body);
    }

    function next() {
      while (running < AT_ONCE && waiting.length) send(waiting.shift());
    }

    function take(files) {
      tally.textContent = '';
      [].forEach.call(files, function (file) {
        var job = lineOf(file);
        all++;
        if (file.size <= Number(words.gpLargest)) {
          waiting.push(job);
          return;
        }
        // The server would say the same, after all of it had gone up.
        running++;
        end(job, 'gp-upload--refused', filled(words.gpTooLarge, file.name + ' (' + sizeOf(file.size) + ' > ' + sizeOf(Number(words.gpLargest)) + ')'));
      });
      next();
    }

    form.classList.add('gp-drop--live');
    input.addEventListener('change', function () { take([].slice.call(input.files)); input.value = ''; });
    form.addEventListener('submit', function (e) { e.preventDefault(); if (input.files.length) { take([].slice.call(input.files)); input.value = ''; } else input.focus(); });
    var zone = form.querySelector('.gp-drop__zone');
    ['dragover', 'dragleave', 'drop'].forEach(function (name) {
      zone.addEventListener(name, function (e) {
        e.preventDefault();
        zone.classList.toggle('gp-drop__zone--over', name === 'dragover');
        if (name === 'drop') take(e.dataTransfer.files);
      });
    });
    // A file dropped beside the zone would leave the page.
    ['dragover', 'drop'].forEach(function (name) { window.addEventListener(name, function (e) { e.preventDefault(); }); });
    window.addEventListener('beforeunload', function (e) { if (running) e.preventDefault(); });
  }

  function focusOf(stage) {
    var x = document.getElementById('FocusX'), y = document.getElementById('FocusY'), picture = stage.querySelector('img');
    var point = made('button', 'gp-focus__point');
    point.type = 'button';
    stage.append(point);

    function show() {
      var left = x.value === '' ? 50 : +x.value, top = y.value === '' ? 50 : +y.value;
      point.style.left = left + '%';
      point.style.top = top + '%';
      point.setAttribute('aria-label', filled(stage.dataset.gpFocus, left, top));
    }

    function set(left, top) {
      x.value = Math.round(Math.min(100, Math.max(0, left)));
      y.value = Math.round(Math.min(100, Math.max(0, top)));
      x.dispatchEvent(new Event('input', { bubbles: true }));
    }

    picture.addEventListener('click', function (e) {
      var box = picture.getBoundingClientRect();
      set(100 * (e.clientX - box.left) / box.width, 100 * (e.clientY - box.top) / box.height);
      point.focus();
    });
    point.addEventListener('keydown', function (e) {
      var step = e.shiftKey ? 10 : 1;
      var move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key];
      if (!move) return;
      e.preventDefault();
      set((x.value === '' ? 50 : +x.value) + move[0], (y.value === '' ? 50 : +y.value) + move[1]);
    });
    [x, y].forEach(function (field) { field.addEventListener('input', show); });
    show();
  }

  document.querySelectorAll('form[data-gp-upload]').forEach(uploadsOf);
  document.querySelectorAll('[data-gp-focus]').forEach(focusOf);
})();
