// Runs test projects, one after the other, each with two workers. Arguments: root, folder for results, then NAME or NAME:FILTER-JSON each.
// Results are written as tests end. What guards against a hang is silence: when nothing ended for ten minutes the project is ended.
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventOf, readProject } from './results.mjs';

const silence = Number(process.env.GOVPORTAL_TEST_SILENCE ?? 600) * 1000;
const workers = process.env.GOVPORTAL_TEST_WORKERS ?? '2';
const explicit = process.env.GOVPORTAL_TEST_ALL === '1' ? ['-explicit', 'on'] : [];
const shown = 12;

const [root, results, ...projects] = process.argv.slice(2);
let stop = () => {};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stop('SIGKILL');
    process.exit(130);
  });
}

for (const project of projects) {
  const at = project.indexOf(':');
  const [name, filters] = at < 0 ? [project, []] : [project.slice(0, at), JSON.parse(project.slice(at + 1))];
  await runProject(name, filters);
}

async function runProject(name, filters) {
  const file = (ending) => join(results, name + ending);
  const executable = join(root, 'artifacts/bin', name, 'debug', name);
  const start = Date.now();
  list(name, executable, filters, file('.list.json'));
  const { code, signal } = await follow(name, executable, filters, file);
  if (!existsSync(file('.ended')) && code !== 0) {
    writeFileSync(file('.ended'), `the process ended with ${signal ?? `code ${code}`}`);
  }

  const project = readProject(results, name);
  const failed = project.tests.filter((test) => test.status === 'failed');
  console.log(`   ${name}: ${project.tests.length} tests, ${failed.length} failed, ${((Date.now() - start) / 1000).toFixed(0)} s, ${project.processor.toFixed(0)} s of processor`);
  if (failed.length === 0 && code !== 0 || failed.some((test) => test.stack === undefined)) {
    lastWords(file('.log'));
  }

  for (const test of failed.filter((f) => f.stack !== undefined)) {
    console.log(`\n   ${test.name}\n${[test.message, ...(test.stack ?? '').split('\n').slice(0, shown)].join('\n').slice(0, 4000)}\n`);
  }
}

// What the process said last, when it did not come to its end.
function lastWords(log) {
  const words = existsSync(log) ? readFileSync(log, 'utf8').trim() : '';
  if (words) {
    console.log(words.split('\n').slice(-40).join('\n'));
  }
}

function list(name, executable, filters, to) {
  const listed = spawnSync(executable, ['-list', 'full/json', '-noLogo', '-noColor', ...filters], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (listed.status !== 0) {
    writeFileSync(join(results, `${name}.ended`), `its tests cannot be listed: ${(listed.error?.message ?? listed.stderr ?? '').split('\n')[0]}`);
    return;
  }

  writeFileSync(to, listed.stdout.slice(listed.stdout.indexOf('[')));
}

// A process group of its own, so that what it started ends with it.
function follow(name, executable, filters, file) {
  const command = `TIMEFORMAT='%U %S'; { time "$0" "$@" 2>"$LOG"; } 2>"$TIME"`;
  const child = spawn('bash', ['-c', command, executable, '-noLogo', '-noColor', '-reporter', 'json', '-maxThreads', workers, ...explicit, ...filters], {
    detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG: file('.log'), TIME: file('.time') },
  });
  stop = (how) => { try { process.kill(-child.pid, how); } catch { /* It has ended. */ } };
  const running = new Map();
  let watch;
  const hear = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      const names = [...running.values()];
      const why = `nothing ended for ${silence / 1000} s`;
      console.log(`   ${name}: ${why}. Running: ${names.length ? names.join(', ') : 'no test'}`);
      writeFileSync(file('.ended'), why);
      stop('SIGKILL');
    }, silence);
  };
  hear();
  createInterface({ input: child.stdout }).on('line', (line) => {
    appendFileSync(file('.jsonl'), `${line}\n`);
    const event = eventOf(line);
    if (event?.$type === 'test-starting') {
      running.set(event.TestUniqueID, event.TestDisplayName);
    } else if (event?.$type === 'test-finished') {
      running.delete(event.TestUniqueID);
      hear();
    }
  });
  return new Promise((resolve) => child.on('close', (code, signal) => {
    clearTimeout(watch);
    stop = () => {};
    resolve({ code, signal });
  }));
}
