import * as v from 'valibot';

import { FIELD_ISSUES, type FieldIssue, type FieldIssues } from './errors';

const known = new Set<string>(FIELD_ISSUES);
const isFieldIssue = (message: string): message is FieldIssue => known.has(message);

function issueOf(issue: v.BaseIssue<unknown>): FieldIssue {
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'unknown_field';
  if (issue.input === undefined || issue.input === null) return 'required';
  if (isFieldIssue(issue.message)) return issue.message;
  return 'wrong_type';
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).map((step) => String(step.key)).join('.') || 'input';
}

/** The first issue of each field, as `path → issue`. */
function fieldIssues(issues: readonly v.BaseIssue<unknown>[]): FieldIssues {
  // A map, because a field may be called as an object's own words are (`constructor`).
  const fields = new Map<string, FieldIssue>();
  for (const issue of issues) {
    const path = pathOf(issue);
    if (!fields.has(path)) fields.set(path, issueOf(issue));
  }
  return Object.fromEntries(fields);
}

/** A value that fits its schema, or what is wrong field by field. */
export type Validated<Value> = { ok: true; value: Value } | { ok: false; fields: FieldIssues };

/**
 * Checks `input` against a schema of the contract. Used by the router on the cloud and by drafts on
 * the device, so that both say the same.
 */
export function validate<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Validated<v.InferOutput<Schema>> {
  // To valibot a list is an object without fields: it fits where no field is required.
  if (schema.type === 'strict_object' && Array.isArray(input)) {
    return { ok: false, fields: { input: 'wrong_type' } };
  }
  const result = v.safeParse(schema, input);
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, fields: fieldIssues(result.issues) };
}
