/**
 * Engines before iOS 15.4 and Chrome 80 skip `overflow-wrap: anywhere` and would let long words run
 * out of the screen. `word-break: break-word` does the same in all engines, and is shorter.
 */
module.exports = function olderEngines() {
  return {
    postcssPlugin: 'older-engines',
    Declaration(declaration) {
      if (declaration.prop !== 'overflow-wrap' || declaration.value !== 'anywhere') return;
      declaration.prop = 'word-break';
      declaration.value = 'break-word';
    },
  };
};
module.exports.postcss = true;
