// Loaded in <head> before anything is drawn, so that a reader's text size and contrast never flash.
(function () {
  var html = document.documentElement;
  html.classList.add('js');
  // What this browser cannot do is not offered. A button that went only after the page was drawn would move what stands below it.
  if (!navigator.share) html.classList.add('no-share');
  if (!navigator.clipboard) html.classList.add('no-copy');
  try {
    var text = localStorage.getItem('gp-text');
    if (text === 'small' || text === 'large' || text === 'larger') html.setAttribute('data-text', text);
    if (localStorage.getItem('gp-contrast') === 'high') html.setAttribute('data-contrast', 'high');
    // What this reader has hidden is never drawn, so that nothing moves when it goes.
    var hidden = (localStorage.getItem('gp-alerts') || '').split(' ').filter(function (name) { return /^[0-9]+-[0-9]+$/.test(name); });
    if (hidden.length && 'adoptedStyleSheets' in document) {
      var sheet = new CSSStyleSheet();
      sheet.replaceSync(hidden.map(function (name) { return '[data-gp-alert="' + name + '"]'; }).join(',') + '{display:none}');
      document.adoptedStyleSheets = [sheet];
    }
  } catch (e) { /* Storage is refused in some private windows; the page then keeps its usual looks. */ }
})();
