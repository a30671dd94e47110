// Asks the desk, with the token of the form, and never follows to the sign-in page.
export class SessionOver extends Error {}

export const tokenOf = (form) => form.querySelector('[name=__RequestVerificationToken]').value;

/** The answer of an act of the desk as JSON. A refusal throws with its sentence. */
export async function ask(form, act, what) {
  return await send(form, `${form.dataset.gpDesk}/soan-thao/${act}`, JSON.stringify(what), { 'Content-Type': 'application/json' });
}

export async function upload(form, file) {
  const data = new FormData();
  data.append('file', file);
  return await send(form, `${form.dataset.gpDesk}/thu-vien/tai-len`, data, {});
}

/** The server forgets what it kept of a form that was never saved. If it cannot be asked, it offers that text once more. */
export async function throwAway(form, key) {
  const body = new URLSearchParams({ khoa: key, __RequestVerificationToken: tokenOf(form) });
  await fetch(`${form.dataset.gpDesk}/soan-thao/bo-tam`, { method: 'POST', body, redirect: 'manual', headers: { 'X-Requested-With': 'XMLHttpRequest' } }).catch(() => null);
}

export async function look(address) {
  return await read(await fetch(address, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } }));
}

async function send(form, address, body, headers) {
  return await read(await fetch(address, { method: 'POST', body, headers: { ...headers, Accept: 'application/json', RequestVerificationToken: tokenOf(form), 'X-Requested-With': 'XMLHttpRequest' } }));
}

async function read(answer) {
  if (answer.status === 401) throw new SessionOver();
  const isJson = (answer.headers.get('Content-Type') || '').includes('json');
  const read = isJson ? await answer.json() : null;
  if (answer.ok && read) return read;
  const fault = new Error(read && read.detail ? read.detail : '');
  fault.status = answer.status;
  throw fault;
}
