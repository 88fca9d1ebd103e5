/**
 * Replaces the entry of `@tarojs/taro`, which takes the whole runtime apart to reach one export, so
 * that webpack keeps every other. `module.exports` is what the rest of Taro expects.
 */
const taro = require('@tarojs/api').default;

const hooks = require('@tarojs/runtime').hooks;

if (hooks.isExist('initNativeApi')) hooks.call('initNativeApi', taro);

module.exports = taro;
module.exports.default = taro;
