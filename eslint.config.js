import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/**
 * The floors of src/: a folder imports only from floors below its own (docs/architecture.md).
 * Each outside library has one home.
 */
const floors = {
  generated: [],
  message: ['generated'],
  ports: ['message'],
  contract: ['generated', 'message'],
  store: ['ports', 'message'],
  services: ['ports', 'message', 'generated'],
  soap: ['contract', 'ports', 'message', 'generated'],
  http: ['soap', 'contract', 'ports', 'message', 'log'],
  'head-ends': ['ports', 'message', 'soap', 'generated'],
  delivery: ['ports', 'soap', 'message', 'log'],
  security: ['ports', 'message'],
  console: ['ports', 'message'],
  config: [],
  codegen: ['generated', 'nouns'],
};
const folders = [
  'generated',
  'message',
  'ports',
  'contract',
  'store',
  'services',
  'soap',
  'http',
  'head-ends',
  'console',
  'delivery',
  'security',
  'config',
  'codegen',
  'cli',
];
const files = ['main', 'listeners', 'config', 'nouns', 'cli', 'system', 'log'];

const homes = {
  express: ['src/http/**'],
  'prom-client': ['src/http/**'],
  soap: ['src/soap/**'],
  jose: ['src/security/**'],
  piscina: ['src/soap/**'],
  'libxml2-wasm': ['src/contract/**'],
  libxmljs2: ['src/codegen/**'],
  kysely: ['src/store/**'],
  'better-sqlite3': ['src/store/**'],
  winston: ['src/log.ts'],
  zod: ['src/config.ts', 'src/config/**'],
  yaml: ['src/config.ts', 'src/config/**'],
  commander: ['src/cli.ts'],
};

/** Modules a file of `folder` must not import: other folders, files of the top, and libraries at home elsewhere. */
function restricted(folder, path) {
  const allowed = new Set([folder, ...(floors[folder] ?? [...folders, ...files])]);
  const group = [
    ...folders.filter((f) => !allowed.has(f)).map((f) => `**/${f}/**`),
    ...files.filter((f) => !allowed.has(f)).map((f) => `../${f}.js`),
    ...files.filter((f) => !allowed.has(f)).map((f) => `../../${f}.js`),
  ];
  const libraries = Object.entries(homes)
    .filter(([, home]) => !home.includes(path))
    .map(([name]) => ({ name, message: `${name} has another home (docs/architecture.md).` }));
  return [
    'error',
    {
      paths: libraries,
      patterns: group.length > 0 ? [{ group, message: `${folder} may not import this (docs/architecture.md).` }] : [],
    },
  ];
}

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'src/generated/**', 'node_modules/**', 'bench/peers/build/**', 'data/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['src/**/*.ts', 'test/**/*.ts'] })),
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // what comes back from parsers and matchers is looked at by the test itself
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  ...Object.keys(floors).map((folder) => ({
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': restricted(folder, `src/${folder}/**`) },
  })),
  ...['main', 'listeners', 'config', 'nouns', 'cli', 'system', 'log'].map((file) => ({
    files: [`src/${file}.ts`],
    rules: { 'no-restricted-imports': restricted(file, `src/${file}.ts`) },
  })),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setImmediate: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
);
