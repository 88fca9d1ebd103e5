import type { Edit } from './samples';

/** A text with an edit. @throws Error when the line to edit at is missing or not unique */
export function edited(file: string, text: string, edit: Edit): string {
  if ('atEnd' in edit) return text + edit.atEnd;
  const anchor = 'after' in edit ? edit.after : 'before' in edit ? edit.before : null;
  if (anchor === null) return edit.text;
  const parts = text.split(anchor);
  if (parts.length !== 2) throw new Error(`${file}: found ${parts.length - 1} times: ${anchor}`);
  return parts.join('after' in edit ? anchor + edit.text : edit.text + anchor);
}
