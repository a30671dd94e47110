// node --test scripts/lib: what is told of tests that ended, and of those that did not.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sumUp } from './summary.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const listed = ['first', 'second', 'third', 'fourth'].map((name) => ({ ID: `case-${name}`, DisplayName: name, Explicit: false }));
const starting = (name, row = name) => ({ $type: 'test-starting', TestUniqueID: `test-${row}`, TestCaseUniqueID: `case-${name}`, TestDisplayName: row });
const passed = (row) => ({ $type: 'test-passed', TestUniqueID: `test-${row}`, ExecutionTime: 1.5 });
const finished = (row) => ({ $type: 'test-finished', TestUniqueID: `test-${row}` });
const caseFinished = (name) => ({ $type: 'test-case-finished', TestCaseUniqueID: `case-${name}` });
const lines = (events) => `${events.map((event) => JSON.stringify(event)).join('\n')}\n`;

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'govportal-results.'));
  folders.push(folder);
  return folder;
}

function results(files) {
  const folder = newFolder();
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
  return folder;
}

const whole = (name) => [starting(name), passed(name), finished(name), caseFinished(name)];
const lastLine = (text) => text.split('\n').at(-1);

test('what ended is kept and the rest fails by name', () => {
  const cut = lines([...whole('first'), starting('second')]) + JSON.stringify(passed('second')).slice(0, 30);
  const { text, code } = sumUp(results({ 'A.jsonl': cut, 'A.list.json': JSON.stringify(listed), 'A.ended': 'nothing ended for 600 s' }), []);

  assert.equal(code, 1);
  assert.match(text, /second: was running: nothing ended for 600 s/);
  assert.match(text, /third: did not end: nothing ended for 600 s/);
  assert.equal(lastLine(text), '1 passed, 3 failed, 0 skipped');
});

test('a project of which nothing was heard fails by name', () => {
  const { text } = sumUp(results({ 'A.list.json': JSON.stringify(listed), 'A.ended': 'the process ended with code 134' }), []);

  assert.equal(lastLine(text), '0 passed, 4 failed, 0 skipped');
});

test('a project that cannot be listed fails, and so does one that breaks after its last test', () => {
  assert.equal(lastLine(sumUp(results({ 'A.ended': 'its tests cannot be listed' }), []).text), '0 passed, 2 failed, 0 skipped');
  const broken = results({ 'A.jsonl': lines(whole('first')), 'A.list.json': JSON.stringify(listed.slice(0, 1)), 'A.ended': 'the process ended with code 134' });
  assert.equal(lastLine(sumUp(broken, []).text), '1 passed, 1 failed, 0 skipped');
});

test('rows of a theory count each, explicit tests that did not run do not, and a check that failed does', () => {
  const rows = lines([starting('first', 'row 1'), passed('row 1'), starting('first', 'row 2'), { $type: 'test-skipped', TestUniqueID: 'test-row 2', Reason: 'no data' }, caseFinished('first')]);
  const folder = results({ 'A.jsonl': rows, 'A.list.json': JSON.stringify([listed[0], { ...listed[1], Explicit: true }]), 'A.time': '2.5 0.5\n' });

  assert.deepEqual(sumUp(folder, []).code, 0);
  const { text } = sumUp(folder, ['Build']);
  assert.match(text, /3\.0 s {2}A \(2 tests\)/);
  assert.match(text, /1\.5 s {2}row 1/);
  assert.equal(lastLine(text), '1 passed, 1 failed, 1 skipped');
});

test('a project that falls silent is ended, and said is what was running', () => {
  const root = newFolder();
  const name = 'Silent.Tests';
  const folder = join(root, 'artifacts/bin', name, 'debug');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'events'), lines([...whole('first'), starting('second')]));
  writeFileSync(join(root, 'list'), JSON.stringify(listed));
  writeFileSync(join(folder, name), `#!/usr/bin/env bash\n[ "$1" = -list ] && exec cat ${root}/list\ncat ${root}/events\nsleep infinity\n`);
  chmodSync(join(folder, name), 0o755);
  const to = join(root, 'results');
  mkdirSync(to);

  const run = spawnSync('node', [join(here, 'run.mjs'), root, to, name], { encoding: 'utf8', env: { ...process.env, GOVPORTAL_TEST_SILENCE: '1' } });

  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /nothing ended for 1 s\. Running: second/);
  assert.match(readFileSync(join(to, `${name}.jsonl`), 'utf8'), /test-passed/);
  assert.equal(lastLine(sumUp(to, []).text), '1 passed, 3 failed, 0 skipped');
});
