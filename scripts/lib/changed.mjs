// Chooses the tests that changed files reach. Arguments: root; standard input: changed files, one a line.
// Prints the projects to run, NAME:FILTERS each, and on standard error what is left out.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const budget = 75; // Seconds, so that with the start of the portals it stays under two minutes.
const starts = { 'GovPortal.Browser.Tests': 30, 'GovPortal.Portal.Tests': 10 };
const unknown = 3;
const always = 'GovPortal.Architecture.Tests';
const declared = /\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w+)/g;
const tooCommon = new Set(['List', 'Show', 'Index', 'Write', 'Program', 'Portal', 'Tenant', 'Item']);

/** Test classes by how near they are to what changed: 0 changed itself, 1 names it, 2 names what uses it, or is called by a word of its name. */
export function near(root, changed) {
  const sources = filesIn(root, ['src', 'modules'], ['.cs', '.cshtml']).map((path) => [path, readFileSync(join(root, path), 'utf8')]);
  const tests = filesIn(root, ['tests'], ['.cs']).map((path) => testFile(path, readFileSync(join(root, path), 'utf8')));
  const found = new Map();
  const reach = (names, distance) => {
    const words = names.length ? new RegExp(`(?<![\\w/-])(?:${names.map(escaped).join('|')})(?![\\w-])`) : null;
    for (const test of tests.filter((t) => words?.test(t.text))) {
      test.classes.forEach((name) => found.set(name, Math.min(found.get(name) ?? 9, distance)));
    }
  };
  for (const path of changed) {
    const test = tests.find((t) => t.path === path);
    test?.classes.forEach((name) => found.set(name, 0));
    const names = test?.classes.length ? [] : namesOf(root, path);
    reach(names, 1);
    const words = /\.(cs|cshtml)$/.test(path) && !path.startsWith('tests/') ? basename(path).split('.')[0].split(/(?=[A-Z])/).filter((word) => word.length > 4) : [];
    tests.flatMap((t) => t.classes).filter((name) => words.some((word) => name.split('.').at(-1).includes(word))).forEach((name) => found.set(name, Math.min(found.get(name) ?? 9, 2)));
    const users = names.length ? new RegExp(`\\b(?:${names.map(escaped).join('|')})\\b`) : null;
    reach(sources.filter(([source, text]) => source !== path && users?.test(text)).flatMap(([source]) => namesOf(root, source)), 2);
  }

  return { found, all: tests.flatMap((t) => t.classes) };
}

/** The classes that fit into the budget, nearest and cheapest first. */
export function choose({ found, all }, seconds) {
  const cost = (name) => seconds[name] ?? unknown;
  const projectOf = (name) => /^GovPortal\.\w+\.Tests/.exec(name)[0];
  const chosen = all.filter((name) => projectOf(name) === always);
  const left = [];
  const begun = new Set();
  let sum = 0;
  const order = [...found].filter(([name]) => projectOf(name) !== always && !/OnPostgres/.test(name)).sort(([a, x], [b, y]) => x - y || cost(a) - cost(b));
  for (const [name] of order) {
    const more = cost(name) + (begun.has(projectOf(name)) ? 0 : starts[projectOf(name)] ?? 1);
    if (sum + more > budget) {
      left.push(name);
    } else {
      begun.add(projectOf(name));
      chosen.push(name);
      sum += more;
    }
  }

  const projects = new Map();
  chosen.forEach((name) => projects.set(projectOf(name), [...projects.get(projectOf(name)) ?? [], '-class', name]));
  return { projects, left };
}

function testFile(path, text) {
  const space = /^namespace ([\w.]+);/m.exec(text)?.[1] ?? '';
  const project = /^tests\/(GovPortal\.\w+\.Tests)\//.exec(path)?.[1];
  const names = project ? [...text.matchAll(/^public (abstract )?(?:sealed )?(?:partial )?class (\w+Tests)\b/gm)].filter((m) => !m[1]).map((m) => `${space}.${m[2]}`) : [];
  return { path, text, classes: names };
}

function namesOf(root, path) {
  const file = join(root, path);
  if (!existsSync(file) || !/\.(cs|cshtml|json)$/.test(path)) {
    return [];
  }

  const page = path.endsWith('.cshtml.cs') ? file.slice(0, -3) : file;
  const address = page.endsWith('.cshtml') && existsSync(page) ? /^@page\s+"(\/[^"{]{3,}?)\/?(?:\{|")/m.exec(readFileSync(page, 'utf8'))?.[1] : undefined;
  const types = path.endsWith('.cs') ? [...readFileSync(file, 'utf8').matchAll(declared)].map((m) => m[1]) : [basename(path).split('.')[0]];
  return [...new Set([...types, ...(address ? [address] : [])])].filter((name) => name.length > 3 && !tooCommon.has(name));
}

function filesIn(root, folders, endings) {
  return folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !/\/(?:Migrations|bin|obj|node_modules)\//.test(path) && statSync(join(root, path)).isFile());
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2];
  const times = join(root, 'artifacts/test-seconds.json');
  const reached = near(root, readFileSync(0, 'utf8').split('\n').filter(Boolean));
  const { projects, left } = choose(reached, existsSync(times) ? JSON.parse(readFileSync(times, 'utf8')) : {});
  projects.forEach((filters, name) => console.log(`${name}:${JSON.stringify(filters)}`));
  const untouched = reached.all.length - [...projects.values()].reduce((sum, filters) => sum + filters.length / 2, 0) - left.length;
  console.error(`Left out: all of PostgreSQL, style sheets and format; ${untouched} test classes that the changes do not reach by name${left.length ? `; and, for time, ${left.length} that they do:` : '.'}`);
  left.sort().forEach((name) => console.error(`  ${name}`));
}
