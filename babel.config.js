module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // iOS 12.2 and Chrome 73 have both; preset-env lowers them for a Safari bug in function
        // expressions whose parameter repeats their own name.
        exclude: ['transform-parameters', 'transform-destructuring'],
      },
    ],
  ],
  // Shorter code for what this code base never relies on.
  assumptions: {
    noDocumentAll: true,
    ignoreFunctionLength: true,
    ignoreToPrimitiveHint: true,
    setPublicClassFields: true,
  },
};
