// node --test scripts/lib: which tests a changed file reaches.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { choose, near } from './changed.mjs';

const root = mkdtempSync(join(tmpdir(), 'govportal-changed.'));
after(() => rmSync(root, { recursive: true }));
const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const testOf = (name, says, project = 'Portal') => write(`tests/GovPortal.${project}.Tests/${name}.cs`, `namespace GovPortal.${project}.Tests;\npublic abstract class ${name}\n{ ${says} }\npublic sealed class ${name.replace('Tests', '')}OnSqliteTests : ${name};\npublic sealed class ${name.replace('Tests', '')}OnPostgresTests : ${name};`);

write('src/Postage.cs', 'public sealed class Postage;');
write('modules/Letters/Send.cshtml', '@page "/quan-tri/thu/{id}"');
write('modules/Letters/Send.cshtml.cs', 'public sealed class SendPage(Postage postage);');
testOf('StampTests', 'new Postage();');
testOf('SendingTests', 'Get("/quan-tri/thu/5");');
testOf('OtherTests', 'Get("/quan-tri/thu-vien");');
testOf('HouseTests', '', 'Architecture');
const named = (name) => `GovPortal.Portal.Tests.${name}OnSqliteTests`;

test('who names a changed type is nearest, who asks for a page that uses it is next, nobody else is reached', () => {
  const { found } = near(root, ['src/Postage.cs']);

  assert.equal(found.get(named('Stamp')), 1);
  assert.equal(found.get(named('Sending')), 2);
  assert.equal(found.has(named('Other')), false);
});

test('a changed test runs itself, the rules of the house always, PostgreSQL never', () => {
  const { projects, left } = choose(near(root, ['tests/GovPortal.Portal.Tests/OtherTests.cs']), {});

  assert.deepEqual(projects.get('GovPortal.Portal.Tests'), ['-class', named('Other')]);
  assert.ok(projects.has('GovPortal.Architecture.Tests'));
  assert.deepEqual(left, []);
});

test('what does not fit into the time is named', () => {
  const { projects, left } = choose(near(root, ['src/Postage.cs']), { [named('Stamp')]: 10, [named('Sending')]: 100 });

  assert.deepEqual(projects.get('GovPortal.Portal.Tests'), ['-class', named('Stamp')]);
  assert.deepEqual(left, [named('Sending')]);
});
