import { fileURLToPath } from 'node:url';

import { build as bundle } from 'esbuild';

import { compileBuild } from './compile/compile';

/** A file that a server hands to the browser. */
export interface PageFile {
  readonly bytes: Buffer;
  readonly type: string;
}

const HTML = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <style>html, body, #phone { height: 100%; margin: 0; }</style>
    <title></title>
  </head>
  <body>
    <div id="phone"></div>
    <script type="module" src="/weapp/host.js"></script>
  </body>
</html>
`;

/** Types of the messages that page and parent exchange when the page runs in a frame. */
export interface ShareMessages {
  /** From the parent: asks for the card of the shown page. */
  readonly request: string;
  /** To the parent: `{ type, card }` with `{ title, path, picture }`, or null without a card. */
  readonly card: string;
}

const SHARE_MESSAGES: ShareMessages = {
  request: 'weapp-runtime:share-request',
  card: 'weapp-runtime:share-card',
};

async function bundleHost(messages: ShareMessages): Promise<Buffer> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL('in-browser.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"production"',
      SHARE_MESSAGES: JSON.stringify(messages),
    },
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild made no bundle of the host');
  return Buffer.from(output.contents);
}

/**
 * Makes what a browser needs to run a mini program: a page, the host as one script, and the compiled
 * program. Open `/weapp/index.html?person=<id>#<path>`; without a person the page is the single page
 * of Moments, and `&scene=<number>` sets another scene.
 * @param folder the build, as a developer would upload it
 * @returns the files by the path to serve them under
 */
export async function bundleProgramPage(
  folder: string,
  messages: ShareMessages = SHARE_MESSAGES,
): Promise<ReadonlyMap<string, PageFile>> {
  const script = await bundleHost(messages);
  const program = Buffer.from(JSON.stringify(compileBuild(folder)));
  return new Map([
    ['/weapp/index.html', { bytes: Buffer.from(HTML), type: 'text/html; charset=utf-8' }],
    ['/weapp/host.js', { bytes: script, type: 'text/javascript; charset=utf-8' }],
    ['/weapp/build.json', { bytes: program, type: 'application/json; charset=utf-8' }],
  ]);
}
