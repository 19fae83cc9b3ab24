// node_test.js: the package for Node: what it gives, and how it fails.
"use strict";
const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { Worker } = require("node:worker_threads");

const PACKAGE = process.env.PACKAGE;
const FOLDER = process.env.EXAMPLE_SITE;
process.env.SOURCE_DATE_EPOCH = "1764547200";
const minutebook = require(PACKAGE);

const site = new minutebook.Site(FOLDER);

const render = (route, ...options) =>
  execFileSync(process.env.MINUTEBOOK, ["render", FOLDER, route, ...options], { encoding: "utf8" });

function refused(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

/** A site in a folder of its own: its files by their paths. */
function makeSite(context, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "minutebook-"));
  context.after(() => fs.rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test("pages are those of the command", () => {
  for (const page of site.pages.slice(0, 5)) {
    assert.equal(site.html(page.route), render(page.route));
    assert.equal(site.markdown(page.route), render(page.route, "--markdown"));
  }
});

test("content is a page without its shell", () => {
  const content = site.content("/");
  assert.ok(site.html("/").includes(content.trim()));
  assert.ok(!content.includes("<html"));
});

test("pages tell what they are, and what they are about", () => {
  const page = site.pages.find((one) => one.kind === "meeting");
  assert.match(page.date, /^\d{4}-\d\d-\d\d$/);
  assert.equal(page.path, `${page.route.slice(1)}index.html`);
  const { meeting, ...rest } = site.frontMatter(page);
  assert.equal(meeting.date, page.date);
  assert.deepEqual(rest, { title: page.title, kind: "meeting", route: page.route, date: page.date });
  const kinds = new Set(site.pages.filter((one) => site.frontMatter(one)[one.kind]).map((one) => one.kind));
  assert.deepEqual([...kinds].sort(), ["item", "meeting", "panel", "person", "report"]);
});

test("files are all that is published", () => {
  const style = site.files.find((file) => file.path === "assets/style.css");
  assert.deepEqual(site.file(style.path), fs.readFileSync(style.origin));
  assert.equal(site.file("index.html").toString(), site.html("/"));
});

test("data, findings, gaps, words, folders and settings", () => {
  assert.equal(site.data.title, "Wexcombe and Harle scrutiny");
  const [finding] = site.findings;
  assert.ok(["note", "warning", "error"].includes(finding.severity));
  assert.ok(fs.existsSync(finding.file));
  assert.ok(finding.line > 0);
  assert.equal(finding.page, null);
  assert.ok(site.gaps.every((gap) => typeof gap === "string") && site.gaps.length > 0);
  assert.equal(site.words.length, site.data.packs.length);
  assert.ok(site.words[0].placed > 100);
  assert.ok(site.sourceFolders.includes(FOLDER));
  assert.match(site.settings(), /settings/);
});

test("Markdown becomes HTML as a page's does", () => {
  assert.equal(minutebook.markdown("## Title {#t}\n\n**A** & <b>"),
    '<h2 id="t">Title</h2>\n<p><strong>A</strong> &amp; &lt;b&gt;</p>\n');
  assert.equal(minutebook.markdown(""), "");
});

test("a pack is its model", () => {
  const file = path.join(FOLDER, "packs", "2025-11-04.txt");
  const pack = new minutebook.Pack(file, { dialect: "uk" });
  assert.equal(pack.data.schema, "minutebook/1");
  assert.equal(pack.words.file, file);
  assert.ok(Array.isArray(pack.findings));
  pack.close();
  pack.close();
  assert.match(refused(() => pack.findings).message, /the pack is closed/);
  assert.equal(minutebook.pack(file).meetings[0].date, "2025-11-04");
});

test("schemas", () => {
  assert.match(JSON.parse(minutebook.schema()).$schema, /2020-12/);
  assert.match(minutebook.schema("lua"), /---@class/);
  assert.match(refused(() => minutebook.schema("xml")).message, /there are model, reference/);
});

test("a build puts the pages where they belong, and can be stopped", (context) => {
  const to = makeSite(context, {});
  const heard = [];
  const result = site.build({ to, jobs: 1, progress: (done, total) => void heard.push([done, total]) });
  assert.equal(result.pages, site.pages.length);
  assert.equal(fs.readFileSync(path.join(to, "index.html"), "utf8"), site.html("/"));
  assert.deepEqual(heard.at(-1)[0], heard.at(-1)[1]);
  assert.equal(refused(() => site.build({ to, progress: () => false })).code, "MB_ESTOPPED");
  assert.equal(refused(() => site.build({ to, progress: () => { throw new RangeError("mine"); } })).message, "mine");
});

test("a site that is closed in the middle of its build is built", (context) => {
  const to = makeSite(context, {});
  const own = new minutebook.Site(FOLDER);
  assert.equal(own.build({ to, progress: () => own.close() }).failed, 0);
  assert.match(refused(() => own.html("/")).message, /the site is closed/);
});

test("a site that is closed as options are read, or as a list is made, breaks nothing", (context) => {
  const to = makeSite(context, {});
  const own = new minutebook.Site(FOLDER);
  assert.equal(own.build({ get to() { own.close(); return to; } }).failed, 0);
  assert.match(refused(() => own.build()).message, /the site is closed/);
  const other = new minutebook.Site(FOLDER);
  context.after(() => delete Array.prototype[1]);
  Object.defineProperty(Array.prototype, 1, { set() { other.close(); }, configurable: true });
  const findings = other.findings;
  delete Array.prototype[1];
  assert.ok(findings[0].message.length > 0);
});

test("pages and files are made on other threads, also when the site is closed or forgotten meanwhile", async () => {
  const wanted = site.pages.map((page) => site.content(page.route));
  const own = new minutebook.Site(FOLDER);
  const made = site.pages.map((page) => own.renderLater(page.route, "content"));
  const file = own.fileLater("data/decisions.csv");
  own.close();
  assert.match(refused(() => own.html("/")).message, /the site is closed/);
  assert.deepEqual(await Promise.all(made), wanted);
  assert.deepEqual(await file, site.file("data/decisions.csv"));
  assert.equal(await new minutebook.Site(FOLDER).renderLater("/"), site.html("/"));
  const error = await site.renderLater("/peple/").catch((one) => one);
  assert.match(error.message, /\/people\//);
  assert.equal(error.code, "MB_EUSAGE");
  assert.match(refused(() => site.renderLater("/\0")).message, /NUL/);
});

test("pages and files that were made ahead are the same", () => {
  const own = new minutebook.Site(FOLDER);
  const requests = [...site.pages.map((page) => [page.route, "content"]), ["data/decisions.csv", "file"], ["/nowhere/", "html"]];
  own.makeAhead(requests);
  assert.deepEqual(site.pages.map((page) => own.content(page.route)), site.pages.map((page) => site.content(page.route)));
  assert.deepEqual(own.file("data/decisions.csv"), site.file("data/decisions.csv"));
  assert.match(refused(() => own.html("/nowhere/")).message, /no page '\/nowhere\/'/);
  own.makeAhead([]);
  assert.equal(own.content("/"), site.content("/"));
  for (const wrong of [[["/", "pdf"]], [["/\0", "html"]], [[5, "html"]]]) {
    assert.throws(() => own.makeAhead(wrong), /no format 'pdf'|NUL|should be a string/);
  }
  own.makeAhead(requests, 1);
  own.close();
  assert.match(refused(() => own.makeAhead(requests)).message, /the site is closed/);
});

test("a site that is opened again outlives the former", () => {
  const first = new minutebook.Site(FOLDER);
  const second = new minutebook.Site(FOLDER, { previous: first, today: "2025-12-01", jobs: 1 });
  first.close();
  assert.match(second.html("/"), /<main/);
  second.close();
});

test("a closed site says so, and may be closed again", () => {
  const own = new minutebook.Site(FOLDER);
  own.close();
  own.close();
  for (const use of [() => own.html("/"), () => own.pages, () => own.data, () => own.findings, () => own.build(),
    () => new minutebook.Site(FOLDER, { previous: own })]) {
    const error = refused(use);
    assert.equal(error.name, "MinutebookError");
    assert.match(error.message, /the site is closed/);
  }
});

test("mistakes have their place and advice", (context) => {
  const error = refused(() => new minutebook.Site("/nowhere"));
  assert.equal(error.code, "MB_EIO");
  assert.match(error.message, /\/nowhere/);
  assert.ok(error instanceof Error && error.advice && error.stack.includes("node_test.js"));

  const folder = makeSite(context, { "site.yaml": "title: T\ntilte: U\n", "layouts/home.md": "# ${site.titel}\n" });
  const heard = [];
  const first = refused(() => new minutebook.Site(folder, { problem: (problem) => heard.push(problem.line) }));
  assert.deepEqual([path.basename(first.file), first.line, heard], ["site.yaml", 2, [2]]);

  fs.writeFileSync(path.join(folder, "site.yaml"), "title: T\n");
  const broken = refused(() => new minutebook.Site(folder).html("/"));
  assert.deepEqual([broken.file, broken.line, broken.route], [path.join(folder, "layouts/home.md"), 1, "/"]);
  assert.match(broken.message, /layouts\/home\.md:1.*titel.*'title'[^]*on the page \//);
});

test("wrong routes, days, packs and texts", () => {
  assert.match(refused(() => site.html("/peple/")).message, /\/people\//);
  assert.match(refused(() => site.render("/", "pdf")).message, /no format 'pdf'/);
  assert.match(refused(() => site.file("none")).message, /none/);
  assert.match(refused(() => new minutebook.Site(FOLDER, { today: "yesterday" })).message, /yesterday/);
  assert.match(refused(() => new minutebook.Pack("none.txt")).message, /none\.txt/);
  assert.match(refused(() => site.html("/\0x")).message, /NUL/);
  assert.match(refused(() => new minutebook.Site("a\0b")).message, /NUL/);
  assert.match(refused(() => site.html("/\ud800")).message, /no page/);
  assert.equal(minutebook.markdown("a\0b \ud800"), "<p>a\ufffdb \ufffd</p>\n");
});

test("arguments of another kind", () => {
  assert.match(refused(() => site.html(5)).message, /the route is a number, and should be a string/);
  assert.match(refused(() => minutebook.markdown()).message, /is undefined/);
  assert.match(refused(() => new minutebook.Site(FOLDER, "now")).message, /should be an object/);
  assert.match(refused(() => new minutebook.Site(FOLDER, { today: 5 })).message, /option 'today' is a number/);
  assert.match(refused(() => site.build({ progress: true })).message, /should be a function/);
  assert.match(refused(() => new minutebook.Site(FOLDER, { previous: {} })).message, /this is no site/);
  const native = Object.getPrototypeOf(minutebook.Site);
  assert.match(refused(() => native(FOLDER)).message, /call it with new/);
  const file = path.join(FOLDER, "packs", "2025-11-04.txt");
  for (const other of [{}, null, 5, new minutebook.Pack(file), Object.create(native.prototype)]) {
    assert.match(refused(() => native.prototype.render.call(other, "/", 0)).message, /this is no site|Illegal invocation/);
  }
});

test("what is forgotten is given back", () => {
  const program = `const {Site, Pack} = require(${JSON.stringify(PACKAGE)});
    for (let i = 0; i < 20; i++) { new Site(${JSON.stringify(FOLDER)}); gc(); }
    console.log(process.memoryUsage().rss / 1048576);`;
  const grown = Number(execFileSync(process.execPath, ["--expose-gc", "-e", program], { encoding: "utf8" }));
  assert.ok(grown < 400, `${grown} MB`);
});

test("worker threads have their own, and end in the middle", async () => {
  const program = `const {Site} = require(${JSON.stringify(PACKAGE)});
    const site = new Site(${JSON.stringify(FOLDER)});
    require("node:worker_threads").parentPort.postMessage(site.html("/"));
    site.pages.forEach((page) => site.renderLater(page.route));
    for (;;) site.html("/people/");`;
  const workers = [1, 2, 3].map(() => new Worker(program, { eval: true }));
  const pages = workers.map((worker) => new Promise((done, fail) => worker.once("message", done).once("error", fail)));
  for (const page of await Promise.all(pages)) {
    assert.equal(page, site.html("/"));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
});

test("a missing or strange library is an Error", () => {
  const program = `try { require(${JSON.stringify(PACKAGE)}); } catch (error) { console.log(error.name, error.message); }`;
  for (const library of ["/nowhere/libminutebook.so", __filename]) {
    const done = spawnSync(process.execPath, ["-e", program], {
      env: { ...process.env, MINUTEBOOK_LIBRARY: library }, encoding: "utf8" });
    assert.equal(done.status, 0);
    assert.match(done.stdout, new RegExp(`MinutebookError the library ${library}.*\\n.*MINUTEBOOK_LIBRARY`));
  }
});

test("the types name what there is", () => {
  const types = fs.readFileSync(path.join(PACKAGE, "index.d.ts"), "utf8");
  const described = (name) => new RegExp(`\\b${name}\\b[(?]?|get ${name}\\(`).test(types);
  const names = Object.keys(minutebook);
  for (const of of [minutebook.Site, minutebook.Pack]) {
    names.push(...Object.getOwnPropertyNames(of.prototype), ...Object.getOwnPropertyNames(Object.getPrototypeOf(of).prototype));
  }
  assert.deepEqual(names.filter((name) => !described(name)), []);
});

test("the types name nothing that isn't there", () => {
  const types = fs.readFileSync(path.join(PACKAGE, "index.d.ts"), "utf8");
  for (const [, kind, body] of types.matchAll(/^export class (\w+) \{\n(.*?)^\}/gms)) {
    const names = [...body.matchAll(/^  (?:get )?(\w+)\(/gm)].map((found) => found[1]);
    assert.ok(names.length > 4);
    assert.deepEqual(names.filter((name) => !(name in minutebook[kind].prototype)), []);
  }
  const rest = [...types.matchAll(/^export (?:function|const|class) (\w+)/gm)].map((found) => found[1]);
  assert.deepEqual(rest.sort(), Object.keys(minutebook).sort());
});
