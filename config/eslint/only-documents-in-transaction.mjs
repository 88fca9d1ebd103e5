import ts from 'typescript';

const DATABASE = /\/cloud\/database\/database\.ts$/;
const ASKS_THE_DATABASE = /\/cloud\/(database\/database|repositories\/[^/]+)\.ts$/;
const QUERIES = new Set(['where', 'aggregate']);

/** The declarations of a symbol, resolved through imports. */
function declarationsOf(symbol, checker) {
  if (symbol === undefined) return [];
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(symbol) : symbol).declarations ?? [];
}

/** Whether a type is the database's `Transaction`, possibly absent. */
function isTransaction(type) {
  if (type.isUnion()) return type.types.some(isTransaction);
  const symbol = type.getSymbol();
  const declared = symbol?.declarations?.some((d) => DATABASE.test(d.getSourceFile().fileName));
  return symbol?.getName() === 'Transaction' && declared === true;
}

/** Whether a type is a transaction, or an object with one as `t`. */
function carriesTransaction(type, checker) {
  const property = type.getProperty('t');
  return (
    isTransaction(type) ||
    (property !== undefined && isTransaction(checker.getTypeOfSymbol(property)))
  );
}

/** Whether a declaration is at the top level of its file. */
function isTopLevel(declaration) {
  return (
    ts.isFunctionDeclaration(declaration) ||
    (ts.isVariableDeclaration(declaration) && ts.isSourceFile(declaration.parent.parent.parent))
  );
}

/** @type {import('eslint').Rule.RuleModule} */
export const onlyDocumentsInTransaction = {
  meta: {
    type: 'problem',
    docs: { description: 'Inside a transaction only its own single-document operations.' },
    schema: [],
    messages: {
      query:
        'A transaction has single documents only: the SDK sends .{{name}}() without the ' +
        'transaction’s id, so that it runs outside and may wait for the transaction’s own lock. ' +
        'Query before the transaction, and read the documents again inside with t.get().',
      outside:
        '{{name}}() is not given the transaction: it runs outside, does not see what was written ' +
        'here, and is not rolled back with it. Call it before or after, or read and write single ' +
        'documents with t.get(), t.add(), t.set(), t.update().',
    },
  },

  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices;
    if (program === undefined || program === null) {
      throw new Error('only-documents-in-transaction needs type information');
    }
    const checker = program.getTypeChecker();
    const typeOf = (node) => checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node));

    /** Whether a node is a transaction, or an object that contains one. */
    const holdsTransaction = (node) => {
      if (node.type === 'ObjectExpression' || node.type === 'ObjectPattern') {
        return node.properties.some(
          (property) => property.type === 'Property' && holdsTransaction(property.value),
        );
      }
      return carriesTransaction(
        typeOf(node.type === 'SpreadElement' ? node.argument : node),
        checker,
      );
    };

    /**
     * Whether a callback is called with a transaction, even if it does not declare the parameter.
     */
    const isCalledWithTransaction = (node) => {
      if (node.type === 'FunctionDeclaration') return false;
      const expected = checker.getContextualType(esTreeNodeToTSNodeMap.get(node));
      const parameters = expected?.getCallSignatures().flatMap((call) => call.getParameters());
      return (
        parameters?.some((parameter) =>
          carriesTransaction(checker.getTypeOfSymbol(parameter), checker),
        ) === true
      );
    };

    const asksTheDatabase = (callee) => {
      const name = callee.type === 'MemberExpression' ? callee.property : callee;
      const symbol = checker.getSymbolAtLocation(esTreeNodeToTSNodeMap.get(name));
      return declarationsOf(symbol, checker).some(
        (declaration) =>
          isTopLevel(declaration) && ASKS_THE_DATABASE.test(declaration.getSourceFile().fileName),
      );
    };

    const isPromise = (node) => typeOf(node).getProperty('then') !== undefined;

    /** For each enclosing function: whether it, or a function around it, has a transaction. */
    const functions = [];
    const enter = (node) => {
      const isInside = functions.at(-1) === true;
      functions.push(
        isInside || node.params.some(holdsTransaction) || isCalledWithTransaction(node),
      );
    };
    const leave = () => functions.pop();

    return {
      ':function': enter,
      ':function:exit': leave,
      CallExpression(node) {
        if (functions.at(-1) !== true) return;
        const { callee } = node;
        const property = callee.type === 'MemberExpression' ? callee.property : null;
        if (property?.type === 'Identifier' && QUERIES.has(property.name)) {
          context.report({ node: property, messageId: 'query', data: { name: property.name } });
        } else if (
          asksTheDatabase(callee) &&
          isPromise(node) &&
          !node.arguments.some(holdsTransaction)
        ) {
          const name = context.sourceCode.getText(callee);
          context.report({ node: callee, messageId: 'outside', data: { name } });
        }
      },
    };
  },
};
