import { fileURLToPath } from 'node:url';

import { readArguments } from './arguments';
import { startDesk } from './desk';

async function main(): Promise<void> {
  const { port, reset, verbose, face } = readArguments(process.argv.slice(2), process.env);
  const desk = await startDesk({
    port,
    reset,
    face,
    dataDir: fileURLToPath(new URL('../.data/desk', import.meta.url)),
    log: console.log,
    ...(verbose ? { cloudLog: console.log } : {}),
  });
  console.log(desk.url);
  console.log('花都直播 · 按 Ctrl-C 结束，数据会保留 · Ctrl-C ends it, the data stays');
  let isClosing = false;
  // npm and tsx pass the same Ctrl-C on, so it may arrive more than once.
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    desk.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
