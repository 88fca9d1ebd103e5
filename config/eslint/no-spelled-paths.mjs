/**
 * A page's path, alone or at the end of an address: `/pages/shop/index`,
 * `…#/pages/shop/index?id=1`.
 */
const PATH = /(^|[/#])(pages|merchant)\/[a-z-]+\/index($|[?#])/;

/**
 * A page's path is spelled in `src/paths.ts` only. Everything else takes it from `PATHS`, so that a
 * page that moves or takes another parameter is changed in one place, and its callers by the
 * compiler.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noSpelledPaths = {
  meta: {
    type: 'problem',
    docs: { description: 'Take the path of a page from PATHS.' },
    schema: [],
    messages: { take: 'Take the path of a page from PATHS in src/paths.ts.' },
  },

  create(context) {
    function check(node, text) {
      if (PATH.test(text)) context.report({ node, messageId: 'take' });
    }

    return {
      ':not(ImportDeclaration) > Literal': (node) => {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};
