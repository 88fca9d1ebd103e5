/** Reads the fields `action` and `apiName` of the multipart form that `wx.openApi` sends. */
export function readFormNames(body: Buffer): Record<string, string> {
  const text = body.toString('latin1');
  const fields: Record<string, string> = {};
  const pattern = /name="(action|apiName)"\r\n\r\n([^\r]*)\r\n/g;
  for (const [, name, value] of text.matchAll(pattern)) {
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
  return fields;
}
