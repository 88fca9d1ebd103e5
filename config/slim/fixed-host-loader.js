/**
 * What Taro tells React's reconciler about its host (`@tarojs/react`, hostConfig). The reconciler
 * asks at run time, so no minifier can leave out hydration, persistent trees and test selectors.
 */
const HOST = {
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsTestSelectors: false,
};

/**
 * Writes Taro's answers into the reconciler.
 * @throws Error when the reconciler no longer asks one of them
 */
module.exports = function fixHost(source) {
  return Object.entries(HOST).reduce((text, [name, answer]) => {
    const question = `$$$hostConfig.${name}`;
    if (text.split(question).length !== 2) throw new Error(`react-reconciler asks no ${question}`);
    return text.replace(question, () => String(answer));
  }, source);
};

module.exports.HOST = HOST;
