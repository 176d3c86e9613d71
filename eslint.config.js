import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** What scripts that run in browsers find there. */
const BROWSER = Object.fromEntries(
  [
    ...[
      'addEventListener',
      'clearTimeout',
      'CSS',
      'CSSStyleSheet',
      'document',
      'fetch',
      'FormData',
      'localStorage',
    ],
    ...[
      'location',
      'navigator',
      'parent',
      'removeEventListener',
      'ResizeObserver',
      'URLSearchParams',
      'window',
    ],
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['dist', '.heed', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off', // Nest reads constructor types at run time.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts', 'bench/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // supertest bodies are `any`
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', setTimeout: 'readonly' },
    },
  },
  {
    files: ['src/**/*.js'],
    languageOptions: { sourceType: 'script', globals: BROWSER },
  },
  prettier,
);
