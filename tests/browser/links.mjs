// links.mjs: the links of a published site that lead nowhere, by its files alone.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html")).sort();

const idsOf = (html) => new Set([...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]));

export function deadLinks(folder) {
  const ids = new Map();
  const idsIn = (file) => ids.get(file) ?? ids.set(file, idsOf(readFileSync(file, "utf8"))).get(file);
  return pagesOf(folder).flatMap((name) => {
    const html = readFileSync(join(folder, name), "utf8");
    const addresses = new Set([...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map((found) => found[1]));
    return [...addresses].filter((address) => {
      if (/^[a-z]+:/.test(address)) return false;
      const [path, fragment] = address.split("#");
      const base = path.startsWith("/") ? folder : join(folder, name, "..");
      let file = path ? join(base, path) : join(folder, name);
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
      return !existsSync(file) || (fragment && !idsIn(file).has(fragment));
    }).map((address) => `${name} leads to ${address}`);
  });
}
