/**
 * The files that CONTRIBUTING.md lists for a kind of addition: the first path of each numbered line,
 * with its placeholders.
 * @param title heading of the list, such as `Add a page`
 * @throws Error when there is no such list, or a line without a path
 */
export function listedFiles(contributing: string, title: string): string[] {
  const [, section] = contributing.split(`\n## ${title}\n`);
  if (section === undefined) throw new Error(`CONTRIBUTING.md has no "${title}"`);
  const [list = ''] = section.split('\n## ');
  const lines = list.split('\n').filter((line) => /^\d+\. /.test(line));
  if (lines.length === 0) throw new Error(`"${title}" lists no file`);
  return lines.map((line) => {
    const [, file] = /`([^`]+)`/.exec(line) ?? [];
    if (!file?.includes('/')) throw new Error(`"${title}" has a line without a file: ${line}`);
    return file;
  });
}

/**
 * A listed file with its placeholders replaced.
 * @param names names by placeholder: `page` for `<page>`
 * @throws Error when a placeholder has no name
 */
export function withNames(file: string, names: Readonly<Record<string, string>>): string {
  return file.replace(/<(\w+)>/g, (placeholder, key: string) => {
    const name = names[key];
    if (name === undefined) throw new Error(`${file}: the sample has no name for ${placeholder}`);
    return name;
  });
}
