// What is typed stays in this browser in a drawer for each form, named by who writes, what, and the key of the form. Two forms never share one.
// The desk empties it once the text is saved (admin.js).
const keptFor = 30 * 24 * 60 * 60 * 1000, answersWithin = 300, all = 'gp-writing:';

function parsed(name) {
  try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
}

function names() {
  try { return Object.keys(localStorage).filter((name) => name.startsWith(all)); } catch { return []; }
}

function drop(name) {
  try { localStorage.removeItem(name); } catch { /* Storage is refused; nothing was kept. */ }
}

/** The drawers of one person's forms of one kind on one site, in whatever language the desk speaks. */
export function drawersOf(form) {
  const { gpPerson: person, gpWriting: kind, gpDesk: desk } = form.dataset;
  const site = desk.replace(/\/quan-tri$/, '').replace(new RegExp(`/${document.documentElement.lang}$`), '');
  const prefix = `${all}${person}:${kind}:`;
  const find = (name) => {
    const kept = parsed(name);
    return kept && kept.site === site ? kept : null;
  };
  for (const name of names()) {
    const kept = parsed(name);
    if (!kept || !(Date.now() - kept.at < keptFor)) drop(name);
  }
  return {
    place: prefix + site,
    find: (key) => find(prefix + key),
    put(key, what) {
      try { localStorage.setItem(prefix + key, JSON.stringify({ ...what, key, site, at: Date.now() })); } catch { /* Storage is full or refused; the server keeps the text. */ }
    },
    empty: (key) => drop(prefix + key),
    /** What stands in the forms of new items, the latest first. */
    ofNew: () => names().filter((name) => name.startsWith(prefix)).map(find).filter((kept) => kept && !kept.item).sort((a, b) => b.at - a.at),
  };
}

/** What this tab was writing before it was left: a copy of the tab made meanwhile knows nothing of it. */
export function tabOf(place) {
  const name = `gp-writing-tab:${place}`;
  return {
    take() {
      try {
        const left = JSON.parse(sessionStorage.getItem(name));
        sessionStorage.removeItem(name);
        return left;
      } catch { return null; }
    },
    leave(what) {
      try { sessionStorage.setItem(name, JSON.stringify(what)); } catch { /* The text is then offered, not brought back. */ }
    },
  };
}

/** Asks which forms stand open in other tabs just now, and tells those that ask. */
export async function keysOpenElsewhere(place, ownKey) {
  const keys = new Set();
  if (typeof BroadcastChannel === 'undefined') return keys;
  const channel = new BroadcastChannel('gp-writing');
  channel.addEventListener('message', ({ data }) => {
    if (data.place !== place) return;
    if (data.key) keys.add(data.key);
    else channel.postMessage({ place, key: ownKey() });
  });
  channel.postMessage({ place });
  await new Promise((done) => setTimeout(done, answersWithin));
  return keys;
}
