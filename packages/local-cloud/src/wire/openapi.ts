import { apiAnswer, apiRefusal, readApiData } from './protobuf';
import type { WireParams } from './database-actions';

/** What an openapi call needs of the cloud. */
export interface OpenapiServices {
  /** Whether a function may call an API: `permissions.openapi` of its config.json. */
  readonly permits: (token: unknown, api: string) => boolean;
  /** When a person last called a function, in ms; null: never. */
  readonly visitedAt: (person: string) => number | null;
}

const CHECK = 'security.msgSecCheck';
const NO_PERMISSION = -604101;
const VISIT_MS = 2 * 60 * 60 * 1000;
const MAX_CONTENT = 2500;

/** The service gives no verdict until an instant of the cloud's clock: `[down until 2026-11-24T03:00Z]`. */
const DOWN_UNTIL = /\[down until ([^\]]+)\]/;

interface Verdict {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
}

const PASS: Verdict = { suggest: 'pass', label: 100 };

/** Words with a verdict, as a rule by keyword gives it. */
const KEYWORDS: Readonly<Record<string, Verdict>> = {
  '[risky]': { suggest: 'risky', label: 20003 },
  '[review]': { suggest: 'review', label: 10001 },
  全网最低: { suggest: 'review', label: 10001 },
};

/** Words with a verdict of the model, which names no keyword. */
const MODEL: Readonly<Record<string, Verdict>> = {
  '[risky model]': { suggest: 'risky', label: 20012 },
  '[review model]': { suggest: 'review', label: 21000 },
};

const SYSTEM_ERROR = [-1, 'system error'] as const;

/** Words at which the service answers with an error. */
const FAILURES: Readonly<Record<string, readonly [errcode: number, errmsg: string]>> = {
  '[down]': SYSTEM_ERROR,
  '[quota]': [45009, 'reach max api daily quota limit'],
  '[away]': [61010, 'code is expired'],
};

function found<Value>(words: Readonly<Record<string, Value>>, content: string) {
  return Object.entries(words).filter(([word]) => content.includes(word));
}

const ORDER = ['pass', 'review', 'risky'];

function worst(verdicts: readonly Verdict[]): Verdict {
  const inOrder = [PASS, ...verdicts].sort(
    (a, b) => ORDER.indexOf(b.suggest) - ORDER.indexOf(a.suggest),
  );
  return inOrder[0] ?? PASS;
}

function judge(content: string): object {
  const byKeyword = found(KEYWORDS, content);
  const byModel = found(MODEL, content).map(([, verdict]) => verdict);
  const model = worst(byModel);
  const detail = [
    ...byKeyword.map(([keyword, { suggest, label }]) => {
      return { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword };
    }),
    { strategy: 'content_model', errcode: 0, ...model, prob: 90 },
  ];
  const { suggest, label } = worst([model, ...byKeyword.map(([, verdict]) => verdict)]);
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail, trace_id: 'local' };
}

/** `security.msgSecCheck`, version 2. */
function check(data: Readonly<Record<string, unknown>>, services: OpenapiServices, now: number) {
  const { version, openid, scene, content } = data;
  const fail = (errcode: number, errmsg: string): object => ({ errcode, errmsg });
  if (version !== 2) throw new Error(`version ${String(version)} of ${CHECK} is not emulated`);
  if (typeof openid !== 'string' || openid === '') return fail(40003, 'invalid openid');
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) {
    return fail(40129, 'invalid scene');
  }
  if (typeof content !== 'string' || content === '') return fail(44002, 'empty post data');
  if (Array.from(content).length > MAX_CONTENT) return fail(47001, 'data format error');
  const visitedAt = services.visitedAt(openid);
  if (visitedAt === null || visitedAt < now - VISIT_MS) return fail(61010, 'code is expired');
  const until = DOWN_UNTIL.exec(content)?.[1];
  if (until !== undefined && now < Date.parse(until)) return fail(...SYSTEM_ERROR);
  const [failure] = found(FAILURES, content);
  return failure === undefined ? judge(content) : fail(...failure[1]);
}

/** Answers an openapi call. @returns undefined for an API that is not emulated */
export function answerOpenapi(
  params: WireParams,
  services: OpenapiServices,
  now: number,
): Buffer | undefined {
  const { apiName, requestData, wxCloudApiToken: token } = params;
  if (apiName !== CHECK || !Buffer.isBuffer(requestData)) return undefined;
  if (!services.permits(token, apiName)) return apiRefusal(NO_PERMISSION);
  return apiAnswer(check(readApiData(requestData), services, now));
}
