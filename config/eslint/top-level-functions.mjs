/**
 * A function at the top level of a file is a function declaration. An arrow is fine for a callback
 * and for a constant that fits on one line; a constant with a declared type keeps its arrow,
 * because a function declaration cannot carry that type.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const topLevelFunctions = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Write a top-level function as a function declaration.' },
    schema: [],
    messages: {
      declare:
        'Write a top-level function as a function declaration; an arrow is for one-line constants.',
    },
  },

  create(context) {
    function check(declaration) {
      for (const { id, init } of declaration.declarations) {
        const isArrow = init?.type === 'ArrowFunctionExpression';
        if ((!isArrow && init?.type !== 'FunctionExpression') || id.typeAnnotation) continue;
        const fitsOneLine = declaration.loc.start.line === declaration.loc.end.line;
        if (isArrow && fitsOneLine && init.body.type !== 'BlockStatement') continue;
        context.report({ node: id, messageId: 'declare' });
      }
    }

    return {
      'Program > VariableDeclaration': check,
      'Program > ExportNamedDeclaration > VariableDeclaration': check,
    };
  },
};
