import { type BuildFiles, compileFiles } from '../compile/compile';
import { launch } from '../host/launch';
import type { Program } from '../host/program';
import type { LaunchOptions } from '../host/types';

/**
 * Compiles and launches a mini program that is given as files, in the document of a test. Without
 * options its functions answer null. The caller closes it.
 */
export function launchFiles(files: BuildFiles, options: Partial<LaunchOptions> = {}): Program {
  const container = document.createElement('div');
  document.body.append(container);
  return launch({
    build: compileFiles(files),
    container,
    styles: false,
    cloud: async () => ({ result: null }),
    ...options,
  });
}
