/**
 * Runs a command's `main`. When it throws, the error's message and the command's usage are printed,
 * and the process ends with 1.
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
