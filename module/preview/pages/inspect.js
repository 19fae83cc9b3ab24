// The author's panel: what made this page. It opens with the key Alt+I, or with ?inspect in the address, and stands in a
// tree of its own, so that neither the page's style reaches it nor its own the page. All it shows is set as text.
(() => {
  let panel;

  const element = (name, text, ...children) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    made.append(...children);
    return made;
  };

  const table = (caption, columns, rows) => {
    const head = element("tr", undefined, ...columns.map((column) => element("th", column)));
    const body = rows.map((row) => element("tr", undefined, ...row.map((cell) => element("td", cell ?? ""))));
    return element("table", undefined, element("caption", caption), element("thead", undefined, head),
      element("tbody", undefined, ...body));
  };

  const place = (thing) => `${thing.file}:${thing.line}` + (thing.page ? `, page ${thing.page}` : "");
  const milliseconds = (file) => (file.microseconds / 1000).toFixed(2);

  const fill = (made) => [
    element("h2", made.route),
    table("Files, in the order in which they ended", ["Kind", "File", "Runs", "ms"],
      made.files.map((file) => [file.kind, file.file, file.runs, milliseconds(file)])),
    made.findings.length
      ? table("What the reader found in these packs", ["", "Message", "Where"],
          made.findings.map((found) => [found.severity, `${found.message} [${found.code}]`, place(found)]))
      : element("p", "The reader found nothing odd in these packs."),
    element("details", undefined, element("summary", "The Markdown behind the page"), element("pre", made.markdown)),
    element("details", undefined, element("summary", `The ${made.objects.length} objects that it read`),
      table("Objects", ["Type", "Where"], made.objects.map((object) => [object.type, place(object)]))),
  ];

  const open = async () => {
    panel = document.createElement("minutebook-inspect");
    const tree = panel.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/_minutebook/inspect.css";
    const close = element("button", "Close");
    close.addEventListener("click", toggle);
    const box = element("section", undefined, close);
    box.setAttribute("aria-label", "What made this page");
    tree.append(style, box);
    document.body.append(panel);
    const answer = await fetch("/_minutebook/trace" + location.pathname);
    if (answer.ok) box.append(...fill(await answer.json()));
    else box.append(element("p", await answer.text()));
    close.focus();
  };

  const toggle = () => {
    if (!panel) return open();
    panel.remove();
    panel = undefined;
  };

  addEventListener("keydown", (event) => {
    if (event.altKey && event.code === "KeyI") toggle();
    else if (panel && event.key === "Escape") toggle();
  });
  if (new URLSearchParams(location.search).has("inspect")) open();
})();
