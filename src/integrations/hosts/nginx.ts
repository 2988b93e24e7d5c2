import { ASK_AGAIN, type ServerRules } from "./server-rules.ts";

/**
 * @param file where the file itself lies, below the site
 * @returns what a `server` block of nginx (1.18 or newer) includes
 */
export function nginxSnippet(
  { basePath, everywhere, headers, types, textTypes, missing, hidden }: ServerRules,
  file: string,
): string {
  // A block with headers of its own has none of those around it.
  const answer = (own: Readonly<Record<string, string>>) =>
    Object.entries({ "Cache-Control": ASK_AGAIN, ...everywhere, ...own }).map(
      ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
    );
  const location = (pattern: string, lines: readonly string[]) => [
    `location ~ ${quoted(pattern)} {`,
    ...lines.map((line) => `  ${line}`),
    "}",
  ];
  // Pages are compressed in any case, and naming them is a mistake to this server.
  const others = textTypes.filter((type) => type !== "text/html").join(" ");
  const site = [
    "index index.html;",
    "autoindex off;",
    "absolute_redirect off;",
    `error_page 404 ${basePath}404.html;`,
    "charset utf-8;",
    `charset_types ${others};`,
    "gzip on;",
    "gzip_vary on;",
    "gzip_proxied any;",
    "gzip_min_length 256;",
    `gzip_types ${others};`,
    ...answer({}),
    ...missing.flatMap(({ folder, page }) => [`location ${folder} {`, `  error_page 404 ${page};`, "}"]),
    ...location(hidden, ["return 404;"]),
    ...headers.flatMap((rule) => location(rule.pattern, answer(rule.headers))),
    ...types.flatMap(({ pattern, type, isText }) =>
      location(pattern, [
        "types {}",
        `default_type ${quoted(type)};`,
        isText ? "gzip_types *;" : "gzip off;",
        ...answer({}),
      ]),
    ),
  ];
  return [
    "# Made by the build. In the block of the server, whose root is the folder in which the base path begins:",
    `#   root ${rootOf(basePath)};`,
    `#   include ${rootOf(basePath)}${basePath}${file};`,
    ...(basePath === "/"
      ? []
      : [`location = ${basePath.slice(0, -1)} { absolute_redirect off; return 301 ${basePath}; }`]),
    `location ^~ ${basePath} {`,
    ...site.map((line) => `  ${line}`),
    "}",
    "",
  ].join("\n");
}

/** An example of where a site lies. */
export const rootOf = (basePath: string): string => (basePath === "/" ? "/srv/essay" : "/srv");

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/gu, "\\$&")}"`;
