import { ASK_AGAIN, type ServerRules } from "./server-rules.ts";

/**
 * Writes `.htaccess` for Apache 2.4. It needs `AllowOverride FileInfo`, which hosts with shared servers give; of the
 * modules that are missing nothing is asked.
 */
export function htaccess({ basePath, everywhere, headers, types, textTypes, missing, hidden }: ServerRules): string {
  const set = (fields: Readonly<Record<string, string>>) =>
    Object.entries(fields).map(([name, value]) => `Header always set ${name} ${quoted(value)}`);
  const within = (head: string, lines: readonly string[]) => [
    `<${head}>`,
    ...lines.map((line) => `  ${line}`),
    `</${head.split(" ")[0]}>`,
  ];
  const where = (pattern: string, lines: readonly string[]) =>
    within(`If "%{REQUEST_URI} =~ m#${pattern.replaceAll('"', '\\"')}#"`, lines);
  return [
    "# Made by the build. The server has to allow it: AllowOverride FileInfo",
    `ErrorDocument 404 ${basePath}404.html`,
    ...missing.flatMap(({ folder, page }) => where(`^${folder}`, [`ErrorDocument 404 ${page}`])),
    "AddDefaultCharset utf-8",
    "AddCharset utf-8 .css .js .json .svg .xml",
    ...within("IfModule mod_alias.c", [`RedirectMatch 404 ${quoted(hidden)}`]),
    ...within(
      "IfModule mod_headers.c",
      set({ ...everywhere, "Cache-Control": ASK_AGAIN }).concat(
        headers.flatMap((rule) => where(rule.pattern, set(rule.headers))),
      ),
    ),
    ...types.flatMap(({ pattern, type }) => where(pattern, [`ForceType ${quoted(type)}`])),
    ...within("IfModule mod_filter.c", [
      ...within("IfModule mod_deflate.c", [`AddOutputFilterByType DEFLATE ${textTypes.join(" ")}`]),
    ]),
    "",
  ].join("\n");
}

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
