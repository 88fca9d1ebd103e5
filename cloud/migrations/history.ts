import type { CollectionSpec } from '../database/collection';
import { SCHEMA } from '../database/schema';
import type { Migration } from './migration';
import { V10_TO_V11 } from './v10-to-v11';
import { V11_TO_V12 } from './v11-to-v12';
import { V12_TO_V13 } from './v12-to-v13';
import { V13_TO_V14 } from './v13-to-v14';
import { V14_TO_V15 } from './v14-to-v15';
import { V15_TO_V16 } from './v15-to-v16';
import { V16_TO_V17 } from './v16-to-v17';
import { V17_TO_V18 } from './v17-to-v18';
import { V18_TO_V19 } from './v18-to-v19';
import { V19_TO_V20 } from './v19-to-v20';
import { V2_TO_V3 } from './v2-to-v3';
import { V3_TO_V4 } from './v3-to-v4';
import { V4_TO_V5 } from './v4-to-v5';
import { V5_TO_V6 } from './v5-to-v6';
import { V6_TO_V7 } from './v6-to-v7';
import { V7_TO_V8 } from './v7-to-v8';
import { V8_TO_V9 } from './v8-to-v9';
import { V9_TO_V10 } from './v9-to-v10';

/** Today's schema, and the migrations that lead to it. */
export interface SchemaHistory {
  readonly schema: {
    readonly version: number;
    readonly collections: Readonly<Record<string, CollectionSpec>>;
  };
  /** Oldest first, each from where the one before ends; the last leads to the schema's version. */
  readonly migrations: readonly Migration[];
}

/** The history of this program's schema. */
export const HISTORY: SchemaHistory = {
  schema: SCHEMA,
  migrations: [
    V2_TO_V3,
    V3_TO_V4,
    V4_TO_V5,
    V5_TO_V6,
    V6_TO_V7,
    V7_TO_V8,
    V8_TO_V9,
    V9_TO_V10,
    V10_TO_V11,
    V11_TO_V12,
    V12_TO_V13,
    V13_TO_V14,
    V14_TO_V15,
    V15_TO_V16,
    V16_TO_V17,
    V17_TO_V18,
    V18_TO_V19,
    V19_TO_V20,
  ],
};

const NOTHING_CHANGED = 'Nothing was changed. · 未作任何改动：';

/**
 * The migrations from a version to today's, oldest first; none when the data are of today's.
 * @throws Error with a sentence for people when the data are newer, or too old.
 */
export function migrationsFrom(
  version: number,
  { schema, migrations }: SchemaHistory,
): readonly Migration[] {
  const today = schema.version;
  const versions = `data of schema version ${String(version)}, this program works with ${String(today)}`;
  if (version > today) {
    throw new Error(
      `${versions}: a newer program wrote them, open them with that one. ` +
        `${NOTHING_CHANGED}数据由更新版本的程序写入，请用新版本打开`,
    );
  }
  const steps = migrations.filter(({ from }) => from >= version);
  if (version < today && steps[0]?.from !== version) {
    throw new Error(
      `${versions}: no migration begins at their version. Open them with the program that wrote ` +
        'them, or start with an empty folder (npm start -- --reset restores the demonstration). ' +
        `${NOTHING_CHANGED}数据版本过旧，请用原版本打开，或换一个空目录（npm start -- --reset 恢复演示数据）`,
    );
  }
  return steps;
}
