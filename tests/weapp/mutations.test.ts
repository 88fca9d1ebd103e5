import { BUILD_FOLDER, phoneOf } from '../testkit/weapp/phones';

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { CompiledBuild } from 'weapp-runtime';
import { compileBuild } from 'weapp-runtime/compile';
import { readNames } from '../testkit/browser/names';
import { startDemoCloud } from '../testkit/weapp/demo-cloud';

/** A fault that a change of configuration could cause, and the check that must find it. */
interface Mutation {
  readonly fault: string;
  readonly file: string;
  readonly edit: (text: string) => string;
  /** Throws on a build that has the fault. */
  readonly holds: (build: CompiledBuild) => Promise<void>;
}

describe('a fault in the build is found', () => {
  let cloud: LocalCloud;
  let shopId: string;
  const folders: string[] = [];

  beforeAll(async () => {
    cloud = await startDemoCloud();
    ({ shopId } = await readNames(cloud));
  }, 60_000);
  afterAll(async () => {
    await cloud.close();
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  });

  function mutated(file: string, edit: (text: string) => string): CompiledBuild {
    const folder = mkdtempSync(path.join(tmpdir(), 'mutated-'));
    folders.push(folder);
    cpSync(BUILD_FOLDER, folder, { recursive: true });
    const target = path.join(folder, file);
    const before = readFileSync(target, 'utf8');
    const after = edit(before);
    expect(after, `${file} has nothing to mutate`).not.toBe(before);
    writeFileSync(target, after);
    return compileBuild(folder);
  }

  /** The first tap of a new person leads to registration. */
  async function leadsToRegistering(build: CompiledBuild): Promise<void> {
    const phone = phoneOf(cloud, 'newcomer', { build });
    await phone.open();
    await phone.tap('登记我的店铺');
    expect(phone.program.routes).toEqual(['pages/home/index', 'merchant/register/index']);
    phone.close();
  }

  /** A store's page shows its name and its verification. */
  async function showsText(build: CompiledBuild): Promise<void> {
    const phone = phoneOf(cloud, undefined, { build });
    await phone.open(`/pages/shop/index?id=${shopId}`);
    expect(phone.screen.text).toContain('运营方已核对');
    phone.close();
  }

  /** A store's page can be shared. */
  async function isShareable(build: CompiledBuild): Promise<void> {
    const phone = phoneOf(cloud, undefined, { build });
    await phone.open(`/pages/shop/index?id=${shopId}`);
    expect(phone.program.share()).not.toBeNull();
    phone.close();
  }

  const mutations: readonly Mutation[] = [
    {
      fault: 'the tap bindings are gone from base.wxml',
      file: 'base.wxml',
      edit: (text) => text.replaceAll(' bindtap="eh"', ''),
      holds: leadsToRegistering,
    },
    {
      fault: 'the template of text is gone from base.wxml',
      file: 'base.wxml',
      edit: (text) => text.replace(/<template name="\w+"><block>{{i.v}}<\/block><\/template>/, ''),
      holds: showsText,
    },
    {
      fault: 'the share hook is gone from the config of the store page',
      file: 'pages/shop/index.js',
      edit: (text) =>
        text.replaceAll(/enableShareAppMessage([=:])!0/g, 'enableShareAppMessage$1!1'),
      holds: isShareable,
    },
    {
      fault: 'a page of a subpackage is missing from app.json',
      file: 'app.json',
      edit: (text) => text.replace('"register/index",', ''),
      holds: leadsToRegistering,
    },
  ];

  it.each(mutations)('$fault', async ({ file, edit, holds }) => {
    await expect(holds(compileBuild(BUILD_FOLDER))).resolves.toBeUndefined();
    await expect(holds(mutated(file, edit))).rejects.toThrow();
  });
});
