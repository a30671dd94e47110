// Passkeys: the device makes a key, or shows one. Where the browser cannot, its forms stay away.
(function () {
  'use strict';
  var can = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!can) return;

  async function answerOf(form) {
    var asked = await fetch(form.dataset.gpOptions, { method: 'POST', body: new FormData(form) });
    var told = await asked.json();
    if (!asked.ok) throw told.said ? new Error(told.said) : new TypeError();
    return form.dataset.gpPasskey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(told) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(told) });
  }

  // What the server says of a password stands as it is; what browsers say is English, and is said in our words.
  function sentence(form, fault) {
    if (fault.constructor === Error) return fault.message;
    if (fault.name === 'NotAllowedError' || fault.name === 'AbortError') return form.dataset.gpCancelled;
    if (fault.name === 'InvalidStateError' && form.dataset.gpKnown) return form.dataset.gpKnown;
    return form.dataset.gpFailed;
  }

  document.querySelectorAll('[data-gp-passkey-none]').forEach(function (note) { note.hidden = true; });
  document.querySelectorAll('form[data-gp-passkey]').forEach(function (form) {
    var button = form.querySelector('button');
    var said = form.querySelector('[data-gp-said]');
    form.hidden = false;
    form.addEventListener('submit', function (e) {
      e.preventDefault();
      said.textContent = '';
      button.disabled = true;
      answerOf(form).then(function (credential) {
        form.elements.Credential.value = JSON.stringify(credential);
        button.disabled = false;
        form.submit();
      }).catch(function (fault) {
        said.textContent = sentence(form, fault);
        button.disabled = false;
        button.focus();
      });
    });
  });
})();
