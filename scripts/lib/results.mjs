// Reads what became of a test project: NAME.jsonl, the runner's own events as they came (xunit, -reporter json);
// NAME.list.json, what there is to run (xunit, -list full/json); NAME.time, user and system seconds; NAME.ended, why it was ended.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const outcomes = { 'test-passed': 'passed', 'test-failed': 'failed', 'test-skipped': 'skipped' };

/** One line of the runner; null for what the product says on its console, and for a line that was cut off. */
export function eventOf(line) {
  if (!line.startsWith('{"$type"')) {
    return null;
  }

  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Every test that is known: those that ended with their results, all others as failed, by name. */
export function readProject(folder, name) {
  const read = (ending) => (existsSync(join(folder, name + ending)) ? readFileSync(join(folder, name + ending), 'utf8') : '');
  const ended = read('.ended').trim();
  const run = follow(read('.jsonl').split('\n'));
  const why = ended || 'the run ended before it did';
  const tests = [...run.tests.values()].map((test) => (test.status ? test : { ...test, status: 'failed', message: `was running: ${why}` }));
  const begun = new Set([...run.tests.values()].filter((test) => !test.status).map((test) => test.case));
  for (const listed of JSON.parse(read('.list.json') || '[]')) {
    if (!listed.Explicit && !run.finished.has(listed.ID) && !begun.has(listed.ID)) {
      tests.push({ name: listed.DisplayName, status: 'failed', message: `did not end: ${why}`, seconds: 0 });
    }
  }

  const faults = [...run.faults];
  if (ended && faults.length === 0 && !tests.some((test) => test.status === 'failed')) {
    faults.push(`${name}: ${ended}`);
  }

  const [user, system] = read('.time').trim().split(/\s+/).map(Number);
  return { name, tests, faults, processor: (user || 0) + (system || 0) };
}

function follow(lines) {
  const run = { tests: new Map(), finished: new Set(), faults: [] };
  for (const line of lines) {
    const event = eventOf(line);
    const type = event?.$type ?? '';
    if (type === 'test-starting') {
      run.tests.set(event.TestUniqueID, { name: event.TestDisplayName, case: event.TestCaseUniqueID, seconds: 0 });
    } else if (type in outcomes) {
      const test = run.tests.get(event.TestUniqueID);
      Object.assign(test, { status: outcomes[type], seconds: event.ExecutionTime ?? 0, message: event.Messages?.[0] ?? event.Reason ?? '', stack: event.StackTraces?.[0] ?? '' });
    } else if (type === 'test-not-run') {
      run.tests.delete(event.TestUniqueID);
    } else if (type === 'test-case-finished') {
      run.finished.add(event.TestCaseUniqueID);
    } else if (type.endsWith('cleanup-failure') || type === 'error') {
      run.faults.push(`${event.TestClassName ?? event.AssemblyName ?? 'clean-up'}: ${event.Messages?.[0] ?? type}`);
    }
  }

  return run;
}
