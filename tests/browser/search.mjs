// search.mjs WITH WITHOUT: the search page of a site with an index of Pagefind, and of one without, as people meet it.
import { launch } from "./chromium.mjs";
import { serve } from "./served.mjs";

let failures = 0;
function expect(what, is) {
  if (!is) console.log(`not so: ${what}`), failures++;
}

async function open(browser, origin, address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.errors = [];
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  page.on("pageerror", (error) => page.errors.push(String(error)));
  await page.goto(origin + address, { waitUntil: "networkidle" });
  return page;
}

const found = async (page) => {
  await page.waitForFunction(() => document.getElementById("found").textContent !== window.before);
  return page.evaluate(() => ({
    text: (window.before = document.getElementById("found").textContent),
    titles: [...document.querySelectorAll("#results a")].map((link) => link.textContent),
    abouts: [...document.querySelectorAll("#results .note")].map((note) => note.textContent),
  }));
};

async function withIndex(browser, origin) {
  const page = await open(browser, origin, "/search/");
  expect("the form shows where there is an index", await page.locator("form.search").isVisible());
  expect("the lists stay below it", await page.locator("#subjects").isVisible());
  await page.evaluate(() => (window.before = ""));
  await page.getByLabel("Words to look for").fill("libraries");
  const all = await found(page);
  expect("words of the papers are found", all.titles.length > 3 && /^\d+ pages found$/.test(all.text));
  expect("what is found is marked", (await page.locator("#results mark").count()) > 0);
  expect("the address can be passed on", new URL(page.url()).searchParams.get("q") === "libraries");

  await page.getByLabel("Kind of page").selectOption("Papers");
  const papers = await found(page);
  expect("the filter by kind leaves papers", papers.titles.length > 0 && papers.titles.length < all.titles.length && papers.abouts.every((about) => about.startsWith("Papers")));
  await page.getByLabel("Year").selectOption({ index: 1 });
  const year = await page.getByLabel("Year").inputValue();
  await page.getByLabel("Kind of page").selectOption("");
  const leftIn = (year) => [...document.querySelectorAll("#results .note")].every((about) => about.textContent.includes(year));
  expect("the filter by year leaves its meetings", /^20\d\d$/.test(year) &&
    (await page.waitForFunction(leftIn, year, { timeout: 10000 }).then(() => true, () => false)));

  for (const name of ["Panel", "Person"]) {
    const other = await open(browser, origin, "/search/");
    await other.evaluate(() => (window.before = ""));
    await other.getByLabel(name, { exact: true }).selectOption({ index: 1 });
    const only = await found(other);
    expect(`the filter by ${name} finds pages without words`, only.titles.length > 0);
    await other.close();
  }
  const shared = await open(browser, origin, "/search/?q=libraries&kind=Papers");
  await shared.locator("#results a").first().waitFor();
  expect("an address that was passed on finds the same", (await shared.locator("#results a").count()) === papers.titles.length);
  await shared.locator("#results a").first().click();
  expect("what is found can be opened", (await shared.locator("h1").count()) === 1 && !shared.url().includes("/search/"));
  expect(`nothing is said on the console: ${page.errors}`, page.errors.length === 0);

  const none = await open(browser, origin, "/search/?q=xyzzyqwv");
  await none.waitForFunction(() => document.getElementById("found").textContent);
  expect("that nothing was found is said", (await none.locator("#found").textContent()) === "Nothing was found");
  const plain = await open(browser, origin, "/search/", { javaScriptEnabled: false });
  expect("without JavaScript there is no form that does nothing", !(await plain.locator("form.search").isVisible()));
  expect("without JavaScript there are the lists", await plain.locator("#subjects").isVisible());
}

async function withoutIndex(browser, origin) {
  const page = await open(browser, origin, "/search/");
  expect("without an index there is no form", (await page.locator("form.search:visible").count()) === 0);
  expect("without an index there are the lists", (await page.locator("#subjects").isVisible()) && (await page.locator("main li a").count()) > 10);
}

const [indexed, bare] = process.argv.slice(2);
const browser = await launch();
const one = await serve(indexed), other = await serve(bare);
await withIndex(browser, one.origin);
await withoutIndex(browser, other.origin);
await browser.close();
one.close();
other.close();
process.exit(failures === 0 ? 0 : 1);
