import type { IPluginContext } from '@tarojs/service';
import { type Compiler, sources } from 'webpack';

const NAME = 'HashedCopies';

/**
 * Taro copies a module that several subpackages share into each of them. Its copies have an
 * `updateHash` that hashes nothing, so the minifier's cache finds the copy of an earlier build
 * whatever the module has become. In their place stand assets with a hash of their content.
 */
export class HashedCopies {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // Called with assets that a plugin adds late, before the minifier.
      compilation.hooks.processAdditionalAssets.tap({ name: NAME, stage: -1 }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (asset instanceof sources.Source) continue;
          compilation.assets[name] = new sources.RawSource((asset as sources.Source).source());
        }
      });
    });
  }
}

export default (ctx: IPluginContext): void => {
  ctx.modifyWebpackChain(
    ({ chain }: { chain: { plugin(name: string): { use(plugin: unknown): void } } }) => {
      chain.plugin(NAME).use(HashedCopies);
    },
  );
};
