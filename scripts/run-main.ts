/**
 * Runs a command's `main`. What it throws is told in one line with the command's usage, and the
 * process ends with 1.
 */
export async function runMain(main: () => void | Promise<void>, usage: string): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(usage);
    process.exitCode = 1;
  }
}
