const { wordsUnder } = require('./words.js');

/** Interfaces of WeChat that answer by a promise. */
function usedApis(source, words) {
  return source.replace(/(needPromiseApis = new Set\()\[([^\]]*)\]/, (_whole, start, list) => {
    const names = (list.match(/'\w+'/g) ?? []).filter((name) => words.has(name.slice(1, -1)));
    return `${start}[${names.join(', ')}]`;
  });
}

/**
 * Attributes of built-in components. A component that nobody uses keeps its name, because the
 * templates know components by their place among all names, and loses its attributes.
 */
function usedComponents(source, words) {
  return source
    .replace(/^const ([A-Z]\w+) = (?:\{\n[\s\S]*?^\}|Object\.assign\(.*\));$/gm, (whole, name) =>
      words.has(name) ? whole : `const ${name} = {};`,
    )
    .replace(/^ {4}([A-Z]\w+): \{\n[\s\S]*?^ {4}\}(,?)$/gm, (whole, name, comma) =>
      words.has(name) ? whole : `    ${name}: {}${comma}`,
    );
}

/** Names of style properties that a script may set. */
function usedStyles(source, words) {
  const body = source.replace(/^export .*$/m, 'return styleProperties;');
  const all = new Function(body)();
  return `const styleProperties = ${JSON.stringify(all.filter((name) => words.has(name)))};
export { styleProperties };`;
}

/**
 * Of Taro's lists of all that WeChat and CSS have, keeps what the sources name. What is first used
 * comes back with its use.
 */
module.exports = function keepUsed(source) {
  const { sources } = this.getOptions();
  this.addContextDependency(sources);
  const words = wordsUnder(sources);
  if (this.resourcePath.endsWith('style_properties.js')) return usedStyles(source, words);
  return usedComponents(usedApis(source, words), words);
};
