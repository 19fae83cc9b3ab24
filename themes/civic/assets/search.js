// search.js: the form of the search page, over the index that Pagefind made. Where there is none, the page keeps its lists.
const at_once = 20;
const filters = ["kind", "panel", "year", "person"];
const by_id = (id) => document.getElementById(id);
const form = document.querySelector("form.search");

// A page that is opened as a file can't load the index.
const pagefind = location.protocol.startsWith("http") && (await import("../pagefind/pagefind.js").catch(() => null));

function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

// The text of what Pagefind escaped, with the words that were found marked; nothing in it becomes markup.
function excerpt(escaped) {
  const text = (piece) => new DOMParser().parseFromString(`<p>${piece}`, "text/html").body.textContent;
  return escaped.split(/<\/?mark>/).map((piece, i) => (i % 2 ? element("mark", {}, text(piece)) : text(piece)));
}

function fill(name, counts) {
  const select = by_id(`search-${name}`);
  const values = Object.keys(counts).sort((a, b) => (name === "year" ? b.localeCompare(a) : a.localeCompare(b)));
  select.append(...values.map((value) => element("option", { value }, value)));
  select.closest("div").hidden = values.length < 2;
}

const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));

async function show(results, from) {
  const data = await Promise.all(results.slice(from, from + at_once).map((result) => result.data()));
  by_id("results").append(...data.map((found) =>
    element("li", {},
      element("a", { href: found.url }, found.meta.title),
      element("p", { className: "note" }, found.meta.about),
      element("p", {}, ...excerpt(found.excerpt)))));
  by_id("more").hidden = from + at_once >= results.length;
  by_id("more").onclick = () => show(results, from + at_once);
}

function sentence(results) {
  if (!results) return "";
  if (results.length === 0) return "Nothing was found";
  return results.length === 1 ? "1 page found" : `${results.length} pages found`;
}

let newest = 0;
async function search() {
  const turn = ++newest;
  const { q, ...chosen } = asked();
  const address = new URL(location.href);
  address.search = new URLSearchParams(asked());
  history.replaceState(null, "", address);
  const { results } = q || Object.keys(chosen).length ? await pagefind.search(q ?? null, { filters: chosen }) : { results: null };
  if (turn !== newest) return;
  by_id("results").replaceChildren();
  by_id("more").hidden = true;
  if (results) await show(results, 0);
  by_id("found").textContent = sentence(results);
}

if (pagefind) {
  const counts = await pagefind.filters();
  for (const name of filters) fill(name, counts[name] ?? {});
  for (const [name, value] of new URLSearchParams(location.search))
    if (form.elements[name]) form.elements[name].value = value;
  let waiting;
  form.addEventListener("input", () => (clearTimeout(waiting), (waiting = setTimeout(search, 250))));
  form.addEventListener("submit", (event) => (event.preventDefault(), search()));
  by_id("find").hidden = false;
  await search();
}
