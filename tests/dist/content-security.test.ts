import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import type { Element } from "hast";
import { attribute } from "../../src/checks/html/page.ts";
import { addressOf, builtFile, builtPages, settings } from "../support/built-site.ts";
import { elements, type ParsedPage } from "../support/site.ts";

/** The policy that a page carries, by directive. */
function policy({ tree, file }: ParsedPage): Map<string, string[]> {
  const [meta, ...others] = elements(tree, ({ tagName, properties }) => {
    const name = properties["httpEquiv"];
    return tagName === "meta" && String(name).toLowerCase() === "content-security-policy";
  });
  assert.ok(meta, `${file} has a policy`);
  assert.deepEqual(others, [], `${file} has one policy`);
  const directives = (attribute(meta, "content") ?? "").split(";").map((directive) => directive.trim().split(/\s+/u));
  return new Map(directives.filter(([name]) => name).map(([name = "", ...sources]) => [name, sources]));
}

/** Attributes that make a page load something; `href` of a link to click is not one of them. */
function loaded(element: Element): string[] {
  const names = element.tagName === "a" ? ["src"] : ["src", "href", "poster", "data", "srcSet"];
  if (element.tagName === "link" && !loads(element)) return [];
  return names.flatMap((name) => attribute(element, name) ?? []);
}

/** Relations of a `link` that only name an address. */
const NAMING_RELATIONS = new Set(
  ["canonical", "alternate", "license", "author", "next", "prev", "help"].concat([
    // Signposting: https://signposting.org/FAIR/
    "cite-as",
    "describedby",
    "type",
    "collection",
    "item",
  ]),
);
const loads = ({ properties }: Element): boolean =>
  !(Array.isArray(properties["rel"]) && properties["rel"].every((one) => NAMING_RELATIONS.has(String(one))));

describe("the policy of every page", () => {
  it("allows the site's own files and hashed code, and nothing else", () => {
    for (const page of builtPages) {
      for (const [directive, sources] of policy(page)) {
        const others = sources.filter(
          (source) => !/^('self'|'none'|'sha(256|384|512)-[A-Za-z0-9+/]+=*')$/u.test(source),
        );
        assert.deepEqual(others, [], `${page.file}: ${directive}`);
      }
    }
  });

  it("allows the scripts that stand in the page, by their hashes, and no others", () => {
    for (const page of builtPages) {
      const inline = elements(
        page.tree,
        ({ tagName, properties }) =>
          tagName === "script" && properties["src"] === undefined && properties["type"] !== "application/ld+json",
      );
      const hashes = inline.map(({ children: [code] }) => {
        assert.equal(code?.type, "text", page.file);
        return `'sha256-${createHash("sha256").update(code.value).digest("base64")}'`;
      });
      const allowed = policy(page).get("script-src") ?? [];
      assert.deepEqual(
        allowed.filter((source) => source.startsWith("'sha256-")),
        hashes,
        page.file,
      );
    }
  });

  it("denies what it does not name", () => {
    for (const page of builtPages) {
      const directives = policy(page);
      assert.deepEqual(directives.get("default-src"), ["'none'"], page.file);
      assert.deepEqual(directives.get("base-uri"), ["'none'"], page.file);
      assert.deepEqual(directives.get("form-action"), ["'self'"], page.file);
      for (const name of ["script-src", "style-src", "img-src", "connect-src"])
        assert.ok(directives.get(name)?.includes("'self'"), `${page.file}: ${name}`);
    }
  });

  it("stands before all that it governs", () => {
    for (const { file } of builtPages) {
      const html = builtFile(file);
      const policyAt = html.indexOf("content-security-policy");
      const governed =
        /<script(?! type="application\/ld\+json")|<style|rel="stylesheet"/u.exec(html)?.index ?? html.length;
      assert.ok(policyAt < governed, file);
    }
  });
});

describe("every page", () => {
  it("has no style attributes, no event handlers and no javascript: addresses", () => {
    for (const { tree, file } of builtPages) {
      for (const { tagName, properties } of elements(tree)) {
        for (const [name, value] of Object.entries(properties)) {
          const where = `${file}: <${tagName} ${name}>`;
          assert.notEqual(name.toLowerCase(), "style", where);
          assert.doesNotMatch(name, /^on/iu, where);
          assert.doesNotMatch(String(value), /^\s*javascript:/iu, where);
        }
      }
    }
  });

  it("loads nothing from another host", () => {
    const { origin } = new URL(settings.siteUrl);
    let count = 0;
    for (const { tree, path, file } of builtPages) {
      for (const address of elements(tree).flatMap(loaded)) {
        count += 1;
        assert.equal(new URL(address, addressOf(path)).origin, origin, `${file}: ${address}`);
      }
    }
    assert.ok(count > builtPages.length);
  });
});
