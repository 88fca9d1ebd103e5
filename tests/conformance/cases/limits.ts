import { addAll, type Case, type CaseTools, COLLECTION, refusal, SOURCE } from '../types';

const { plain } = COLLECTION;
const WAS_REFUSED = /^[\s\S]/;

function fill(tools: CaseTools, size: number): Promise<void> {
  return addAll(
    tools,
    plain,
    Array.from({ length: size }, (_v, n) => ({ n })),
  );
}

async function isRefused(operation: () => Promise<unknown>): Promise<boolean> {
  return (await refusal(operation, WAS_REFUSED)).message !== 'nothing: it was not refused';
}

/** The size of an answer, of a call and of a read. */
export const limitCases: readonly Case[] = [
  {
    id: 'limit.read-default',
    title: 'a read without a limit returns 100 documents',
    source: SOURCE.limit,
    run: async (tools) => {
      await fill(tools, 101);
      const { db, caseKey } = tools;
      return (await db.collection(plain).where({ caseKey }).get()).data.length;
    },
    expected: 100,
  },
  {
    id: 'limit.read-most',
    title: 'a read returns at most 1,000 documents, also with a higher limit',
    source: SOURCE.limit,
    run: async (tools) => {
      await fill(tools, 1005);
      const { db, caseKey } = tools;
      const docs = db.collection(plain).where({ caseKey });
      const sizes: number[] = [];
      for (const limit of [1000, 1001, 5000])
        sizes.push((await docs.limit(limit).get()).data.length);
      return { sizes, counted: (await docs.count()).total };
    },
    expected: { sizes: [1000, 1000, 1000], counted: 1005 },
  },
  {
    id: 'limit.request',
    title:
      'a function is not called with more than 100 KB; the number of the error is not established',
    source: SOURCE.payload,
    needs: 'function',
    run: async ({ cloud, functionName }) => {
      const call = (bytes: number): Promise<unknown> =>
        cloud.callFunction({ name: functionName, data: { pad: 'x'.repeat(bytes) } });
      return {
        fits: !(await isRefused(() => call(90 * 1024))),
        tooLarge: await isRefused(() => call(101 * 1024)),
      };
    },
    expected: { fits: true, tooLarge: true },
  },
  {
    id: 'limit.answer',
    title: 'a function does not answer more than 1 MB; the number of the error is not established',
    source: SOURCE.response,
    needs: 'large-answer',
    run: async ({ cloud, functionName }) => {
      const call = (answerBytes: number): Promise<unknown> =>
        cloud.callFunction({ name: functionName, data: { answerBytes } });
      return {
        fits: !(await isRefused(() => call(1_000_000))),
        tooLarge: await isRefused(() => call(1024 * 1024)),
      };
    },
    expected: { fits: true, tooLarge: true },
  },
];
