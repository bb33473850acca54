/** Which `??` only the compiler asks for. */
import ts from 'typescript';

/**
 * The places of all `??` in a project whose left side, by its declared type, is always there: an element of an array
 * that the compiler takes as possibly missing (noUncheckedIndexedAccess). Most of them no input reaches.
 * @param config path of a tsconfig.json
 * @returns offsets of the operators by file, UTF-16 units
 */
export function indexGuards(config) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (error) => {
      throw new Error(String(error.messageText));
    },
  };
  const unchecked = { noUncheckedIndexedAccess: false, noEmit: true, composite: false };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, unchecked, host);
  const program = ts.createProgram(parsed.fileNames, { ...parsed.options, tsBuildInfoFile: undefined });
  const checker = program.getTypeChecker();
  const guards = new Map();
  for (const file of program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile)) {
    const offsets = new Set();
    const visit = (node) => {
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
        if (!mayBeMissing(checker, node.left)) offsets.add(node.operatorToken.getStart());
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    guards.set(file.fileName, offsets);
  }
  return guards;
}

function mayBeMissing(checker, expression) {
  const type = checker.getTypeAtLocation(expression);
  const none =
    ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & none) !== 0);
}
