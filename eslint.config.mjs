import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';

const typescript = tseslint
  .config(tseslint.configs.strictTypeChecked, {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver': { node: { extensions: ['.ts', '.js'] } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  })
  .map((entry) => ({ ...entry, files: ['**/*.ts'] }));

/** What the pure core may never know: who asks (LSP, VS Code) and where it runs (Node). */
const corePurity = {
  files: ['server/src/core/**/*.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          'fs',
          'path',
          'os',
          'url',
          'util',
          'crypto',
          'child_process',
          'worker_threads',
          'process',
          'vscode',
        ],
        patterns: [
          'node:*',
          'fs/*',
          'vscode-*',
          '**/lsp/**',
          '../../documents/**',
          '../../library/**',
          '**/client/**',
        ],
      },
    ],
    'no-restricted-globals': ['error', 'process', 'require', 'window', 'self', 'Buffer', 'console'],
  },
};

export default [
  { ignores: ['dist/', 'out/', 'coverage/', '.vscode-test/', '**/*.mjs'] },
  ...typescript,
  corePurity,
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
    },
  },
];
