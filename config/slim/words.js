const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

/** Every word of the sources under a folder: what is used stands there by its name. */
exports.wordsUnder = (folder) => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z]\w*/g) ?? []));
};
