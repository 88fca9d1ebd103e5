/**
 * Comments, texts and names use ordinary technical English (CONTRIBUTING.md, "Style"). This rule
 * refuses the words that most often stand for a riddle or a personification.
 */

/** Words and phrases, and what to write in their place. */
const PHRASES = [
  [/\bsomebody\b/i, 'name who: a person, a caller, a viewer, another transaction'],
  [/\bnobody\b/i, 'name what is absent: no person, an anonymous caller, unused'],
  [/\b(?:whoever|whomever)\b/i, 'name who: the caller, the person who …'],
  [/\b(?:anew|afresh)\b/i, 'again'],
  [/\b(?:say|says|said|saying) so\b/i, 'name what is reported, and how'],
  [/\btold\b/i, 'code is not told anything: it receives, reads, is called with'],
  [/\bspeaks?\b/i, 'name what is supported or used'],
  [/\b(?:bears?|borne)\b/i, 'accepts, tolerates, carries'],
  [
    /\bwhat (?:is|was|are|were)\b[^.,;:()—]*?\b(?:is|was|are|were|stays|goes|comes)\b/i,
    'start with the subject: "unread rows are kept", not "what is unread is kept"',
  ],
];

/** Names that do not say what they hold. */
const NAMES = new Set(['one', 'was', 'said', 'told', 'of', 'nobody', 'somebody', 'whoever']);

/** `nobody` is a value of the cloud functions' invocation rules. */
const VALUES = new Set(['nobody']);

const TESTS = new Set(['describe', 'it', 'test']);

/** `it` in `it('…')`, `it.each(rows)('…')` and `it.skipIf(x)('…')`. */
function calledName(callee) {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return calledName(callee.object);
  if (callee.type === 'CallExpression') return calledName(callee.callee);
  return null;
}

/** The identifiers that a pattern declares. */
function declaredIn(pattern) {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        declaredIn(property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(declaredIn);
    case 'AssignmentPattern':
      return declaredIn(pattern.left);
    case 'RestElement':
      return declaredIn(pattern.argument);
    case 'TSParameterProperty':
      return declaredIn(pattern.parameter);
    default:
      return [];
  }
}

/** @type {import('eslint').Rule.RuleModule} */
export const plainWords = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Use ordinary technical English in comments, texts and names.' },
    schema: [
      {
        type: 'object',
        properties: { texts: { enum: ['all', 'test names'] } },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ texts: 'test names' }],
    messages: {
      phrase: '"{{found}}": {{instead}}.',
      name: 'Name "{{found}}" by what it holds.',
    },
  },

  create(context) {
    const { sourceCode } = context;
    const checksAllTexts = context.options[0].texts === 'all';

    function checkText(loc, text) {
      if (VALUES.has(text)) return;
      // A sentence may continue in the next line of a comment; code in backticks is not prose.
      const flat = text.replace(/\s*\n\s*(?:\*\s?)?/g, ' ').replace(/`[^`]*`/g, '`…`');
      for (const [pattern, instead] of PHRASES) {
        const found = pattern.exec(flat)?.[0];
        if (found !== undefined) {
          context.report({ loc, messageId: 'phrase', data: { found, instead } });
        }
      }
    }

    function checkNames(patterns) {
      for (const node of patterns.flatMap(declaredIn)) {
        if (!NAMES.has(node.name)) continue;
        context.report({ node, messageId: 'name', data: { found: node.name } });
      }
    }

    const checkLiteral = ({ loc, value }) => typeof value === 'string' && checkText(loc, value);
    const checkTemplate = ({ loc, quasis }) =>
      checkText(loc, quasis.map(({ value }) => value.cooked ?? value.raw).join('…'));

    function checkTestName({ callee, arguments: [name] }) {
      if (!TESTS.has(calledName(callee))) return;
      if (name?.type === 'Literal') checkLiteral(name);
      if (name?.type === 'TemplateLiteral') checkTemplate(name);
    }

    return {
      Program() {
        // Comments on consecutive lines are one text.
        const texts = [];
        for (const { type, value, loc } of sourceCode.getAllComments()) {
          const last = texts.at(-1);
          if (type === 'Line' && last?.loc.end.line === loc.start.line - 1) {
            last.value += `\n${value}`;
            last.loc = { start: last.loc.start, end: loc.end };
          } else {
            texts.push({ value, loc });
          }
        }
        for (const { value, loc } of texts) checkText(loc, value);
      },
      VariableDeclarator: ({ id }) => checkNames([id]),
      ':function': ({ id, params }) => checkNames([id, ...params]),
      ...(checksAllTexts
        ? { Literal: checkLiteral, TemplateLiteral: checkTemplate }
        : { CallExpression: checkTestName }),
    };
  },
};
