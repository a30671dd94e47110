// Sums up the results of all test projects. Arguments: folder with their files, then names of checks that failed.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readProject } from './results.mjs';

const dearest = 10;
const oneLine = (text) => (text ?? '').split('\n')[0].replace('$XunitDynamicSkip$', '');

/** What is printed at the end, and the exit code. */
export function sumUp(folder, checks) {
  const names = new Set(readdirSync(folder).map((file) => /^(.+)\.(jsonl|list\.json|ended)$/.exec(file)?.[1]).filter(Boolean));
  const projects = [...names].sort().map((name) => readProject(folder, name));
  const tests = projects.flatMap((project) => project.tests);
  const having = (status) => tests.filter((test) => test.status === status);
  const told = (test) => `${test.name}: ${oneLine(test.message)}`;
  const failed = [...having('failed').map(told), ...projects.flatMap((project) => project.faults), ...checks.map((name) => `check: ${name}`)];
  if (tests.length === 0) {
    failed.push('no test was run');
  }

  const lines = [];
  const list = (title, entries) => entries.length && lines.push(title, ...entries.map((entry) => `  ${entry}`), '');
  const seconds = (number) => number.toFixed(1).padStart(7);
  list('Skipped', having('skipped').map(told).sort());
  list('Failed', failed.sort());
  list('Dearest tests', tests.filter((test) => test.seconds > 0).sort((a, b) => b.seconds - a.seconds).slice(0, dearest).map((test) => `${seconds(test.seconds)} s  ${test.name}`));
  const processor = [...projects.map((project) => [project.processor, `${project.name} (${project.tests.length} tests)`]), ...besides(folder)];
  list('Processor', [...processor, [processor.reduce((sum, [time]) => sum + time, 0), 'all']].map(([time, what]) => `${seconds(time)} s  ${what}`));
  lines.push(`${having('passed').length} passed, ${failed.length} failed, ${having('skipped').length} skipped`);
  return { text: lines.join('\n'), code: failed.length ? 1 : 0, tests };
}

// By class, for those who choose among them later.
function noteSeconds(tests, file) {
  const seconds = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const now = {};
  for (const test of tests.filter((t) => t.seconds > 0)) {
    const name = test.name.split('(')[0].split('.').slice(0, -1).join('.');
    now[name] = (now[name] ?? 0) + test.seconds;
  }

  writeFileSync(file, JSON.stringify({ ...seconds, ...now }));
}

// What is no test: the build, the database server.
function besides(folder) {
  const file = join(folder, 'other.processor');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => [parseFloat(line), line.slice(line.indexOf(' ') + 1)]) : [];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...checks] = process.argv.slice(2);
  const { text, code, tests } = sumUp(folder, checks);
  if (process.env.GOVPORTAL_TEST_SECONDS) {
    noteSeconds(tests, process.env.GOVPORTAL_TEST_SECONDS);
  }

  console.log(text);
  process.exitCode = code;
}
