// pages.mjs FOLDER…: looks at pages of every kind of published sites in Chromium: nothing sticks out on a narrow screen, axe
// finds nothing, the keyboard reaches everything, every link within the site leads somewhere, and nothing is fetched that
// the site doesn't hold.
import { statSync } from "node:fs";
import { join } from "node:path";
import { axe, launch } from "./chromium.mjs";
import { deadLinks, pagesOf } from "./links.mjs";
import { serve } from "./served.mjs";

const axeSource = axe();

// What depends on the colours and the width, which axe looks at again in each look after the first: all its rules take a
// second a page.
const layoutRules = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];

// Each look with what is checked in it. 320 pixels are also what 1280 are at 400 %.
const looks = [
  { width: 1280, scheme: "light", checks: ["satisfies axe", "has one heading of the first level", "prints without the ways around it"] },
  { width: 390, scheme: "dark", rules: layoutRules, checks: ["has no horizontal scrolling", "satisfies axe"] },
  {
    width: 320, scheme: "light", rules: ["target-size"],
    checks: ["has no horizontal scrolling", "satisfies axe"],
  },
  { width: 1280, scheme: "dark", rules: ["color-contrast"], checks: ["has no horizontal scrolling", "satisfies axe"] },
];

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
  async "satisfies axe"(page, look) {
    const { violations } = await page.evaluate((only) => axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      ...(only ? { runOnly: { type: "rule", values: only } } : { rules: { "target-size": { enabled: true } } }),
    }), look.rules);
    return violations.map((found) => `${found.id}: ${found.help}: ${found.nodes[0].html.slice(0, 120)}`);
  },
  async "has one heading of the first level"(page) {
    const count = await page.locator("h1").count();
    return count === 1 ? [] : [`it has ${count}`];
  },
  async "prints without the ways around it"(page) {
    await page.emulateMedia({ media: "print" });
    const shown = await page.evaluate(() => [...document.querySelectorAll("nav")].filter((nav) => nav.checkVisibility()).length);
    const address = await page.evaluate(() => {
      const link = [...document.querySelectorAll('main a[href^="http"]')].find((one) => one.checkVisibility());
      return !link || getComputedStyle(link, "::after").content.includes(link.getAttribute("href"));
    });
    await page.emulateMedia({ media: "screen" });
    return [shown > 0 && `${shown} navigations are printed`, !address && "a link is printed without its address"].filter(Boolean);
  },
  // Everything that takes a click, from the skip link on, once, in the order in which it is read, and each with a focus that can be seen.
  async "is reached by the keyboard, in order"(page) {
    const wanted = await page.evaluate(() => {
      document.activeElement?.blur();
      window.scrollTo(0, 0);
      window.wanted = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }));
      return window.wanted.length;
    });
    const reached = [];
    for (let i = 0; i < wanted; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => {
        const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
        if (box.right <= 0 || box.width < 1) return -2;
        const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
        return shown ? window.wanted.indexOf(here) : -2;
      }));
    }
    const lost = reached.findIndex((place, i) => place !== i);
    if (lost < 0) return (await page.evaluate(() => window.wanted[0].getAttribute("href"))) === "#content" ? [] : ["there is no skip link"];
    const name = await page.evaluate((i) => window.wanted[i].outerHTML.slice(0, 120), lost);
    return [reached[lost] === -2 ? `the focus can't be seen at ${name}` : `Tab ${lost + 1} doesn't reach ${name}`];
  },
};

// A kind of page is where it is: meetings/…/index.html and meetings/…/…/index.html are two. Of each kind the longest and
// the shortest are looked at: a second for each look at each of a thousand pages is too long.
function samplesOf(folder) {
  const kinds = new Map();
  for (const name of pagesOf(folder)) {
    const steps = name.split("/");
    const kind = `${steps[0]} ${steps.length}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  const size = (name) => statSync(join(folder, name)).size;
  return [...kinds.values()].flatMap((names) => {
    const sorted = names.sort((a, b) => size(a) - size(b));
    return [...new Set([sorted[0], sorted.at(-1)])].map((route, i) => ({ route, shortest: i === 0 }));
  });
}

let failures = 0;
let done = 0;

function note(route, look, check, findings) {
  done++;
  if (findings.length === 0) return;
  failures++;
  console.log(`${route} at ${look.width} pixels, ${look.scheme}: ${check}: no\n  ${findings.join("\n  ")}`);
}

async function lookAt(context, origin, { route, shortest }) {
  const page = await context.newPage();
  const outside = [];
  page.on("request", (request) => request.url().startsWith(origin) || outside.push(request.url()));
  page.on("console", (message) => message.type() === "error" && outside.push(message.text()));
  page.on("pageerror", (error) => outside.push(String(error)));
  await page.goto(`${origin}/${route}`);
  // The form of the search shows itself when the index has come.
  await page.waitForFunction(() => document.querySelector("form.search")?.checkVisibility() ?? true);
  if (shortest) note(route, looks[0], "is reached by the keyboard, in order", await checks["is reached by the keyboard, in order"](page));
  // What lies in folded text counts as well.
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axeSource);
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.scheme });
    await page.setViewportSize({ width: look.width, height: 900 });
    for (const check of look.checks) note(route, look, check, await checks[check](page, look));
  }
  note(route, looks[0], "fetches nothing from elsewhere", outside);
  await page.close();
}

const began = Date.now();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
for (const folder of process.argv.slice(2)) {
  const server = await serve(folder);
  for (const sample of samplesOf(folder)) await lookAt(context, server.origin, sample);
  server.close();
  const dead = deadLinks(folder);
  note(folder, looks[0], "has no link that leads nowhere", dead.slice(0, 10));
}
await browser.close();
console.log(`${done} checks, ${failures} failed, ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(failures === 0 && done > 0 ? 0 : 1);
