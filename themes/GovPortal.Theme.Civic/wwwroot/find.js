// Shows the results while one types, as the server would send them with the page. Enter and the button go on sending the form; none of it is needed to search.
(function () {
  'use strict';
  var place = document.querySelector('[data-gp-live]');
  var input = place && document.getElementById(place.getAttribute('data-gp-live'));
  if (!input || !window.fetch || !window.AbortController || (navigator.connection && navigator.connection.saveData)) return;
  var least = 3, pause = 350, rest = 2500;
  var shown = input.value.trim(), counted = shown, asking = null, timer = 0, resting = 0;

  // A screen reader hears the count once the fingers are still.
  function tell() {
    var line = place.querySelector('.gp-found, .gp-empty h2'), say = document.getElementById('gp-say');
    if (line && say) say.textContent = line.textContent;
  }

  // Who stays at what was found has asked it; what was typed on the way is nobody's question.
  function rested() {
    tell();
    var list = place.querySelector('[data-gp-followed]');
    if (!list || shown === counted || !navigator.sendBeacon) return;
    counted = shown;
    navigator.sendBeacon(list.getAttribute('data-gp-followed'), new URLSearchParams({ q: shown, dung: '1' }));
  }

  function ask() {
    var words = input.value.trim();
    if (words === shown || words.length < least) return;
    var address = input.form.getAttribute('action') + '?' + new URLSearchParams(new FormData(input.form));
    if (asking) asking.abort();
    var own = asking = new AbortController();
    place.setAttribute('aria-busy', 'true');
    fetch(address + '&phan=gp-ket-qua', { signal: own.signal }).then(function (answer) {
      return answer.ok ? answer.text() : null;
    }).then(function (html) {
      if (html === null || own !== asking) return;
      shown = words;
      place.innerHTML = html;
      history.replaceState(null, '', address);
      clearTimeout(resting);
      resting = setTimeout(rested, rest);
    }).catch(function () { /* What was shown stays; the form works as before. */ }).then(function () {
      if (own === asking) place.removeAttribute('aria-busy');
    });
  }

  input.addEventListener('input', function () {
    clearTimeout(timer);
    clearTimeout(resting);
    timer = setTimeout(ask, pause);
  });
})();
