/** So long that V8 makes machine code for it at once; all the same unit, which our expressions hardly look beyond. */
const LONG = '。'.repeat(1000);

/**
 * Puts off making and compiling an expression until it is used, and has it compiled to machine code then. V8 would make
 * byte code for the first text, and machine code for the second; for one of our longer expressions, with hundreds of
 * words, the byte code takes several times as long as the machine code, and all of them together a tenth of a start.
 * @param expression or what makes it: one that is never used then costs nothing
 * @returns the expression, each time the same
 */
export function compiledAtUse(expression: RegExp | (() => RegExp)): () => RegExp {
  let compiled: RegExp | undefined;
  return () => (compiled ??= compile(typeof expression === 'function' ? expression() : expression));
}

function compile(expression: RegExp): RegExp {
  expression.test(LONG);
  expression.lastIndex = 0;
  return expression;
}
