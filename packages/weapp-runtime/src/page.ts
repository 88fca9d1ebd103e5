import { fileURLToPath } from 'node:url';

import { build as bundle } from 'esbuild';

import { compileBuild } from './compile/compile';

/** A file of the page that shows a mini program in a browser. */
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

async function bundleHost(): Promise<Buffer> {
  const { outputFiles } = await bundle({
    entryPoints: [fileURLToPath(new URL('in-browser.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild gave no output for the host');
  return Buffer.from(output.contents);
}

/**
 * Everything a browser needs to run a mini program, by the path it is served under: a page, the
 * host as one script, and the compiled program.
 * @param folder the build (`dist/weapp`)
 */
export async function bundleProgramPage(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const script = await bundleHost();
  const program = Buffer.from(JSON.stringify(compileBuild(folder)));
  return new Map([
    ['/weapp/index.html', { bytes: Buffer.from(HTML), type: 'text/html; charset=utf-8' }],
    ['/weapp/host.js', { bytes: script, type: 'text/javascript; charset=utf-8' }],
    ['/weapp/build.json', { bytes: program, type: 'application/json; charset=utf-8' }],
  ]);
}
