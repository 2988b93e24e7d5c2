import { rootOf } from "./nginx.ts";
import { ASK_AGAIN, type ServerRules } from "./server-rules.ts";

/**
 * @param file where the file itself lies, below the site
 * @returns what a site block of Caddy 2 imports
 */
export function caddySnippet(
  { basePath, everywhere, headers, types, textTypes, missing, hidden }: ServerRules,
  file: string,
): string {
  const block = (head: string, fields: Readonly<Record<string, string>>) => [
    `${head} {`,
    ...Object.entries(fields).map(([name, value]) => `  ${name} ${quoted(value)}`),
    "}",
  ];
  /** What a path that matches is told. */
  const matched = (name: string, pattern: string, fields: Readonly<Record<string, string>>) => [
    `@${name} path_regexp ${quoted(pattern)}`,
    ...block(`header @${name}`, fields),
  ];
  // The most exact matcher goes first: once a path is rewritten none of the others is asked.
  const errors = [...missing, { folder: basePath, page: `${basePath}404.html` }];
  return [
    "# Made by the build. In the block of the site, whose root is the folder in which the base path begins:",
    `#   root * ${rootOf(basePath)}`,
    `#   import ${rootOf(basePath)}${basePath}${file}`,
    ...(basePath === "/" ? [] : [`redir ${basePath.slice(0, -1)} ${basePath} permanent`]),
    `@essay path ${basePath}*`,
    ...block("header @essay", { "Cache-Control": ASK_AGAIN, ...everywhere }),
    ...headers.flatMap(({ pattern, headers }, index) => matched(`rule-${index + 1}`, pattern, headers)),
    ...types.flatMap(({ pattern, type }, index) => matched(`type-${index + 1}`, pattern, { "Content-Type": type })),
    // Its expressions look neither ahead nor back.
    "@hidden {",
    `  path_regexp ${quoted(hidden.replace("(?!well-known/)", ""))}`,
    `  not path ${basePath}.well-known/*`,
    "}",
    "error @hidden 404",
    "encode @essay {",
    "  zstd",
    "  gzip",
    "  match {",
    ...textTypes.map((type) => `    header Content-Type ${type}*`),
    "  }",
    "}",
    "file_server @essay",
    "handle_errors {",
    "  @missing {",
    "    expression `{err.status_code} == 404`",
    `    path ${basePath}*`,
    "  }",
    ...errors.flatMap(({ folder, page }, index) => [
      `  @missing-${index} {`,
      "    expression `{err.status_code} == 404`",
      `    path ${folder}*`,
      ...errors.slice(0, index).map((earlier) => `    not path ${earlier.folder}*`),
      "  }",
      `  rewrite @missing-${index} ${page}`,
    ]),
    ...block("header @missing", { "Cache-Control": ASK_AGAIN, "Content-Type": "text/html; charset=utf-8" }).map(
      (line) => `  ${line}`,
    ),
    "  file_server @missing",
    "}",
    "",
  ].join("\n");
}

/** Between these marks nothing has a meaning of its own. */
const quoted = (text: string): string => `\`${text}\``;
