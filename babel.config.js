module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  // Shorter code for what this code base never relies on.
  assumptions: { noDocumentAll: true, ignoreFunctionLength: true, ignoreToPrimitiveHint: true },
};
