// pages.mjs FOLDER…: looks at pages of every kind of published sites in Chromium: nothing sticks out on a narrow screen, axe
// finds nothing, the keyboard can be seen, every link within the site leads somewhere, and nothing is fetched that the site
// doesn't hold.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

const require = createRequire(join(process.env.PACKAGES, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Each look with what is checked in it; axe takes a second a page, so it looks at both schemes but not at every width.
const looks = [
  { width: 320, scheme: "light", checks: ["has no horizontal scrolling", "begins with a skip link that shows when it has the focus"] },
  { width: 390, scheme: "dark", checks: ["has no horizontal scrolling", "satisfies axe"] },
  { width: 1280, scheme: "light", checks: ["satisfies axe", "has one heading of the first level", "prints without the ways around it"] },
  { width: 640, scheme: "light", zoom: 2, checks: ["has no horizontal scrolling"] },
];

// What lies in folded text counts as well.
const unfold = () => document.querySelectorAll("details").forEach((details) => (details.open = true));

const checks = {
  async "has no horizontal scrolling"(page) {
    return page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      return [...document.querySelectorAll("main *, header *, footer *, nav *")]
        .filter((element) => element.getBoundingClientRect().right > room + 1 && !element.closest(".table"))
        .slice(0, 3)
        .map((element) => `${element.tagName} "${element.textContent.trim().slice(0, 40)}" sticks out`)
        .concat("the page is wider than the screen");
    });
  },
  async "satisfies axe"(page) {
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
    return violations.map((found) => `${found.id}: ${found.help}: ${found.nodes[0].html.slice(0, 120)}`);
  },
  async "has one heading of the first level"(page) {
    const count = await page.locator("h1").count();
    return count === 1 ? [] : [`it has ${count}`];
  },
  async "begins with a skip link that shows when it has the focus"(page) {
    await page.evaluate(() => (document.activeElement?.blur(), window.scrollTo(0, 0)));
    await page.keyboard.press("Tab");
    return page.evaluate(() => {
      const link = document.activeElement;
      const box = link.getBoundingClientRect();
      if (link.getAttribute("href") !== "#content" || !document.getElementById("content")) return ["there is none"];
      return box.left >= 0 && box.top >= 0 && box.width > 40 ? [] : ["it stays out of sight"];
    });
  },
  async "prints without the ways around it"(page) {
    await page.emulateMedia({ media: "print" });
    const shown = await page.locator("nav:visible").count();
    await page.emulateMedia({ media: "screen" });
    return shown === 0 ? [] : [`${shown} navigations are printed`];
  },
};

const pagesOf = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html")).sort();

// A kind of page is where it is: meetings/…/index.html and meetings/…/…/index.html are two. Of each kind the longest
// and the shortest are looked at: a second for each look at each of a thousand pages is too long.
function samplesOf(folder) {
  const kinds = new Map();
  for (const name of pagesOf(folder)) {
    const steps = name.split("/");
    const kind = `${steps[0]} ${steps.length}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  const size = (name) => statSync(join(folder, name)).size;
  return [...kinds.values()].flatMap((names) => {
    const sorted = names.sort((a, b) => size(b) - size(a));
    return [...new Set([sorted[0], sorted.at(-1)])];
  });
}

// Links and fragments, by the files alone.
const idsOf = (html) => new Set([...html.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]));

function deadLinks(folder) {
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

// As a web server shows a site: 404.html has whole paths for links.
const types = { ".html": "text/html; charset=utf-8", ".css": "text/css" };
function serve(folder) {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url, "http://site").pathname));
    const found = existsSync(file) && statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    response.end(found ? readFileSync(file) : "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
let failures = 0;
let done = 0;

function note(route, look, check, findings) {
  done++;
  if (findings.length === 0) return;
  failures++;
  console.log(`${route} at ${look.width} pixels, ${look.scheme}: ${check}: no\n  ${findings.join("\n  ")}`);
}

async function lookAt(context, origin, route, look) {
  const page = await context.newPage();
  const outside = [];
  page.on("request", (request) => request.url().startsWith(origin) || outside.push(request.url()));
  page.on("console", (message) => message.type() === "error" && outside.push(message.text()));
  await page.goto(`${origin}/${route}`);
  await page.evaluate(unfold);
  await page.evaluate(axe);
  for (const check of look.checks) note(route, look, check, await checks[check](page));
  note(route, look, "fetches nothing from elsewhere", outside);
  await page.close();
}

const servers = new Map();
for (const folder of process.argv.slice(2)) servers.set(folder, await serve(folder));

for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: Math.round(look.width / (look.zoom ?? 1)), height: 900 },
    deviceScaleFactor: look.zoom ?? 1,
    colorScheme: look.scheme,
    reducedMotion: "reduce",
  });
  for (const [folder, server] of servers)
    for (const route of samplesOf(folder))
      await lookAt(context, `http://127.0.0.1:${server.address().port}`, route, look);
  await context.close();
}
await browser.close();
for (const server of servers.values()) server.close();
for (const folder of process.argv.slice(2)) {
  const dead = deadLinks(folder);
  done++;
  if (dead.length === 0) continue;
  failures++;
  console.log(`${folder}: links that lead nowhere:\n  ${dead.slice(0, 10).join("\n  ")}`);
}
console.log(`${done} checks, ${failures} failed`);
process.exit(failures === 0 && done > 0 ? 0 : 1);
