/** Reads the text fields `action` and `apiName` of a multipart form, as `wx.openApi` sends them. */
export function readFormNames(body: Buffer): Record<string, string> {
  const text = body.toString('latin1');
  const fields: Record<string, string> = {};
  const pattern = /name="(action|apiName)"\r\n\r\n([^\r]*)\r\n/g;
  for (const [, name, value] of text.matchAll(pattern)) {
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
  return fields;
}
