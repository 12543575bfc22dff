import { defineConfig } from "eslint/config";
import prettier from "eslint-config-prettier";
import hooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";

/**
 * The import rules of docs/ARCHITECTURE.md. ESLint keeps only the last setting of a rule for a file, so every zone
 * repeats what holds everywhere.
 */
const everywhere = {
  regex: "^(\\.\\./)+(app|components|lib|db|e2e|scripts)(/|$)",
  message: "Between top-level folders, import through @/.",
};
const drawers = {
  regex: "(^|/)(utils|helpers|misc|types)(/|$)",
  message: "No drawers: name the file after the one thing that it exports.",
};

/** What people read comes from the catalogues, and what they see from the tokens. */
const words = "Texts come from lib/i18n/catalogues.";
const colours = "Colours come from the tokens: app/tokens.css.";
const palette = String.raw`/(^|[\s:])(bg|text|border|fill|stroke|ring|outline|accent|decoration|from|to|via)-(white|black|\[(#|rgb|hsl|okl)|[a-z]+-\d{2,3}(?!\d))/`;
const literal = String.raw`/#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(rgba?|hsla?|oklch|oklab)\(/i`;
const spoken = "/^(aria-label|aria-description|alt|title|placeholder|label|hint)$/";
const letters = String.raw`/\p{L}{2}/u`;
const lookRules = [
  ...["Literal[value=%]", "TemplateElement[value.raw=%]"].flatMap((node) =>
    [palette, literal].map((form) => ({ selector: node.replace("%", form), message: colours })),
  ),
];
const wordRules = [
  { selector: `JSXText[value=${letters}]`, message: words },
  { selector: `JSXAttribute[name.name=${spoken}] > Literal[value=${letters}]`, message: words },
];

const oneWay =
  "Call the API through lib/client/api.ts; whatever else goes to the server, through lib/client/request.ts.";

/**
 * @param {string[]} files
 * @param {string} regex what may not be imported
 * @param {string} message
 * @returns {import("eslint").Linter.Config}
 */
const zone = (files, regex, message) => ({
  files,
  ignores: ["**/*.test.ts", "**/*.test.tsx"],
  rules: { "no-restricted-imports": ["error", { patterns: [everywhere, drawers, { regex, message }] }] },
});

export default defineConfig(
  {
    ignores: [".next/**", ".data/**", "dist/**", "coverage/**", "test-results/**", "playwright-report/**"],
  },
  { ignores: ["node_modules/**", "next-env.d.ts", "public/**"] },
  ...typescript.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", 300],
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-imports": ["error", { patterns: [everywhere, drawers] }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["app/**", "components/**", "lib/client/**"],
    plugins: { "react-hooks": /** @type {import("eslint").ESLint.Plugin} */ ({ rules: hooks.rules }) },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["app/**", "components/**", "lib/client/**"],
    // A service worker sees every request of the browser and passes it on itself.
    ignores: ["lib/client/request.ts", "**/*service-worker*", "**/*.test.ts", "**/*.test.tsx"],
    rules: {
      "no-restricted-globals": ["error", ...["fetch", "XMLHttpRequest"].map((name) => ({ name, message: oneWay }))],
      "no-restricted-properties": [
        "error",
        ...["window", "globalThis", "self"].flatMap((object) =>
          ["fetch", "XMLHttpRequest"].map((property) => ({ object, property, message: oneWay })),
        ),
      ],
    },
  },
  {
    files: ["components/**", "app/**/*.tsx"],
    rules: { "max-lines": ["error", 200], "no-restricted-syntax": ["error", ...lookRules, ...wordRules] },
  },
  // For those who build the interface, in English alone.
  { files: ["components/workshop/**"], rules: { "no-restricted-syntax": ["error", ...lookRules] } },
  zone(["lib/contract/**"], "^(?!zod(/|$)|@/lib/contract/|\\./)", "lib/contract imports only zod and itself."),
  zone(
    ["lib/domain/**", "lib/events/**"],
    "^(@/(app|components|lib/(http|realtime|client|server))(/|$)|next(/|$)|react(-dom)?(/|$)|socket\\.io|ws$)",
    "lib/domain has never heard of HTTP, sockets, Next or React.",
  ),
  zone(
    ["db/**"],
    "^(@/(app|components|lib/(http|realtime|client|server))(/|$)|next(/|$)|react(-dom)?(/|$)|socket\\.io|ws$)",
    "db knows nothing of those who ask.",
  ),
  zone(
    ["components/**", "lib/client/**"],
    "^@/(db|app|lib/(domain|auth|http|realtime|events|server|config|log|metrics))(/|$)",
    "Browser code meets the server only through lib/contract.",
  ),
  zone(
    ["lib/http/**", "lib/realtime/**"],
    "^@/(db|app|components|lib/client)(/|$)",
    "Transports never talk to db; they ask lib/domain.",
  ),
  zone(
    ["lib/jobs/**"],
    "^@/(db/(?!queries/jobs$)|app|components|lib/(http|realtime|client|server))(/|$)",
    "The job queue is a way in: it calls one verb of lib/domain.",
  ),
  zone(["app/**"], "^@/(db|lib/realtime|lib/server)(/|$)", "Pages and routes never talk to db; they ask lib/domain."),
  {
    files: ["**/{utils,helpers,misc,types}/**"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "Program", message: "No utils, helpers, misc or types folders." }],
    },
  },
  { files: ["scripts/**", "e2e/**", "bench/**"], rules: { "no-console": "off" } },
  prettier,
);
