/**
 * Refuses a machine that cannot run WeChat's compilers. This check knows the package's binaries for
 * Linux on x64 only.
 * @throws Error that names the machine
 */
export function refuseOtherMachines(platform: string, arch: string): void {
  if (platform === 'linux' && arch === 'x64') return;
  throw new Error(
    `WeChat's wcc and wcsc run here on Linux x64 only, this is ${platform} ${arch}: ` +
      'run the check in a Linux container or leave it to .ci/run',
  );
}
