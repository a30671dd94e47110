// Sums up the results of all test projects. Arguments: folder with their files, then names of checks that failed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...checks] = process.argv.slice(2);
const tests = [];
const crashed = [];
for (const name of readdirSync(folder).sort()) {
  if (name.endsWith('.json')) {
    tests.push(...JSON.parse(readFileSync(join(folder, name), 'utf8')).results.tests);
  } else if (name.endsWith('.crashed')) {
    crashed.push(readFileSync(join(folder, name), 'utf8').trim());
  }
}

const having = (status) => tests.filter((test) => test.status === status);
const list = (title, lines) => lines.length && console.log(`${title}\n${lines.sort().map((line) => `  ${line}`).join('\n')}\n`);
const oneLine = (text) => (text ?? '').split('\n')[0].replace('$XunitDynamicSkip$', '');
const failed = [...having('failed').map((test) => `${test.name}: ${oneLine(test.message)}`), ...crashed, ...checks.map((name) => `check: ${name}`)];
const skipped = [...having('skipped'), ...having('pending'), ...having('other')].map((test) => `${test.name}: ${oneLine(test.message)}`);
if (tests.length === 0) {
  failed.push('no test was run');
}

list('Skipped', skipped);
list('Failed', failed);
const slow = tests.filter((test) => test.duration > 5000).sort((a, b) => b.duration - a.duration).slice(0, 10);
list('Slowest', slow.map((test) => `${(test.duration / 1000).toFixed(1).padStart(6)} s  ${test.name}`));
console.log(`${having('passed').length} passed, ${failed.length} failed, ${skipped.length} skipped`);
process.exitCode = failed.length ? 1 : 0;
