import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A fenced block of a document. */
export interface Block {
  /** The document, and the line of the fence: `README.md:27`. */
  readonly place: string;
  /** What stands after the fence: `sh`, `ts`, … */
  readonly language: string;
  readonly text: string;
}

/** A document of the repository. */
export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** Texts between backticks outside blocks. */
  readonly code: readonly string[];
  /** Relative targets of links and pictures, without the part after "#". */
  readonly links: readonly string[];
}

const FENCE = /^\s*(`{3,})(\S*)/;

/** Splits a document into its blocks, and what matters of its prose. */
export function parseDocument(name: string, text: string): Document {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { block: Block; fence: string; lines: string[] } | null = null;
  text.split('\n').forEach((line, index) => {
    const [, fence = '', language = ''] = FENCE.exec(line) ?? [];
    if (open === null && fence !== '') {
      open = { block: { place: `${name}:${index + 1}`, language, text: '' }, fence, lines: [] };
    } else if (open === null) {
      prose.push(line);
    } else if (fence === open.fence && language === '') {
      blocks.push({ ...open.block, text: open.lines.join('\n') });
      open = null;
    } else {
      open.lines.push(line);
    }
  });
  const rest = prose.join('\n');
  const code = [...rest.matchAll(/`([^`]+)`/g)].map(([, content = '']) => content);
  const links = [...rest.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
  return { path: name, blocks, code: code.map((content) => content.replace(/\s+/g, ' ')), links };
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.posix.join(folder, name));
}

/** The documents that a newcomer reads: READMEs, CONTRIBUTING and docs/. */
export function readDocuments(): Document[] {
  const names = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', ...markdownFiles('docs')];
  return names
    .filter((name) => existsSync(name))
    .map((name) => parseDocument(name, readFileSync(name, 'utf8')));
}
