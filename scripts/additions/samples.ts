/** Text that is inserted into a file before or after a line of it, or the text of a new file. */
export type Edit =
  | { readonly text: string }
  | { readonly after: string; readonly text: string }
  | { readonly before: string; readonly text: string }
  | { readonly atEnd: string };

/** A sample of a kind of addition. */
export interface Sample {
  /** The heading of its list in CONTRIBUTING.md. */
  readonly title: string;
  /** Largest number of files that such an addition may touch. */
  readonly maxFiles: number;
  /** Names for the placeholders of the list. */
  readonly names: Readonly<Record<string, string>>;
  /** The edits by file. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
}

const endpoint: Sample = {
  title: 'Add an endpoint',
  maxFiles: 6,
  names: { concept: 'host', verb: 'relabel' },
  edits: {
    'src/contract/host.ts': [
      {
        atEnd: `
/** Gives a host another name. */
export const hostRelabel = write('host.relabel', {
  input: exactly({ shopId: shopIdField, hostId: hostIdField, name: nameField }),
  output: exactly({ host }),
});
`,
      },
    ],
    'cloud/endpoints/host/relabel.ts': [
      {
        text: `import { Failure } from '../../../src/contract/failure';
import { hostRelabel } from '../../../src/contract/host';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';

/** Gives a host another name. */
export const endpoint = write(hostRelabel, { needs: 'shop.edit' }, async ({ input, caller, t }) => {
  const { shopId, hostId, name } = input;
  const host = await t.get('hosts', hostId);
  if (host?.shopId !== shopId) throw new Failure('not_found');
  await t.update('hosts', hostId, { name });
  return { data: { host: presentHost({ ...host, name }, caller.sight) } };
});
`,
      },
    ],
    'cloud/endpoints/api.ts': [
      { atEnd: "export { endpoint as hostRelabel } from './host/relabel';\n" },
    ],
    'tests/testkit/stores.ts': [
      {
        after: "    'host.unlink': { hostId },\n",
        text: "    'host.relabel': { shopId, hostId, name: '改名' },\n",
      },
    ],
    'tests/walks/host.test.ts': [
      {
        text: `import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { callAs, startTestCloud } from '../testkit/cloud';
import { openStore, type TestStore } from '../testkit/stores';

describe('host.relabel', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    store = await openStore(cloud, 'owner');
  });
  afterAll(() => cloud.close());

  it('gives a host another name for the owner, and not for another person', async () => {
    const { owner, shopId, hostId } = store;
    const input = { shopId, hostId, name: '改名' };
    expect((await owner.ok('host.relabel', input)).host.name).toBe('改名');
    const refused = await callAs(cloud, 'other').refused('host.relabel', input);
    expect(refused.code).toBe('not_found');
  });
});
`,
      },
    ],
    'src/stores/host-store.ts': [
      {
        before: '  reset(): void {\n',
        text: `  /** Gives a host another name. */
  async relabel(input: InputOf<'host.relabel'>): Promise<Result<OutputOf<'host.relabel'>>> {
    const result = await this.context.gateway.write('host.relabel', input);
    if (result.ok) this.ports.hostChanged(result.data.host);
    return result;
  }

`,
      },
    ],
  },
};

const page: Sample = {
  title: 'Add a page',
  maxFiles: 7,
  names: { page: 'sample', area: 'merchantHosts' },
  edits: {
    'src/paths.ts': [
      {
        before: "  ownSums: page('/merchant/own-sums/index'),\n",
        text: "  sample: page('/merchant/sample/index', { shopId: 'text' }),\n",
      },
    ],
    'src/merchant/sample/index.tsx': [
      {
        text: `import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import './index.css';

/** A sample of a page. */
export default observer(function SamplePage() {
  const { sample } = useMerchantText().merchantHosts;
  usePageTitle(sample);
  return <View className="sample">{sample}</View>;
});
`,
      },
    ],
    'src/merchant/sample/index.config.ts': [
      { text: "export default definePageConfig({ navigationBarTitleText: '' });\n" },
    ],
    'src/merchant/sample/index.css': [{ text: '.sample {\n  padding: var(--space-4);\n}\n' }],
    'src/i18n/zh-CN/merchantHosts.ts': [
      { after: 'export const merchantHosts = {\n', text: "  sample: '示例',\n" },
    ],
    'src/i18n/en-US/merchantHosts.ts': [
      { after: 'export const merchantHosts: typeof zh = {\n', text: "  sample: 'Sample',\n" },
    ],
    'tests/testkit/browser/every-page.ts': [
      {
        before: "    { name: 'own-sums',",
        text: "    { name: 'sample', says: '示例', path: PATHS.sample.url({ shopId }) },\n",
      },
    ],
  },
};

const collection: Sample = {
  title: 'Add a collection',
  maxFiles: 5,
  names: { collection: 'notes' },
  edits: {
    'cloud/database/documents.ts': [
      { after: '  schema_versions: SchemaVersionDoc;\n', text: '  notes: NoteDoc;\n' },
      {
        atEnd: `
/** A note of a store. */
export interface NoteDoc extends Stored {
  shopId: string;
  text: string;
  writtenAt: string;
}
`,
      },
    ],
    'cloud/database/schema.ts': [
      {
        before: '    /** Published rule sets,',
        text: `    /** Notes of a store. */
    notes: collection({
      fields: { shopId: 'text', text: 'text', writtenAt: 'text' },
      indexes: [by('shopId', 'writtenAt')],
      isImpersonal: true,
    }),
`,
      },
    ],
    'cloud/repositories/notes.ts': [
      {
        text: `import { readList } from '../database/database';
import type { NoteDoc } from '../database/documents';
import { ONE } from '../database/read-limit';

/** The first note of a store. One call. */
export function notesOf(shopId: string): Promise<NoteDoc[]> {
  return readList('notes', { shopId }, { orderBy: [['writtenAt', 'asc']], limit: ONE });
}
`,
      },
    ],
    'cloud/repositories/ids.ts': [
      {
        atEnd: `
/** Id of a new note. */
export function newNoteId(shopId: string, write: WriteKey): string {
  return \`\${shopId}.n\${madeBy(write, 'note')}\`;
}
`,
      },
    ],
    'tests/schema/queries.ts': [
      {
        before: "import * as readings from '../../cloud/repositories/readings';\n",
        text: "import * as notes from '../../cloud/repositories/notes';\n",
      },
      {
        before: "  'readings.readingsAsOf':",
        text: "  'notes.notesOf': [() => notes.notesOf(SHOP)],\n",
      },
    ],
  },
};

/** One sample of each kind of addition that CONTRIBUTING.md describes with a limit. */
export const SAMPLES: readonly Sample[] = [endpoint, page, collection];
