// Loads the page anew when the site changed; a style sheet alone is exchanged where it stands.
(() => {
  const here = document.currentScript;
  let edition = Number(here.dataset.edition);
  let stream;
  const place = "minutebook:" + location.pathname;

  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept && !location.hash) addEventListener("load", () => scrollTo(0, Number(kept)));

  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  const exchangeStyles = (path) => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const address = new URL(link.href);
      if (address.host !== location.host || (path !== "*" && address.pathname !== path)) continue;
      address.searchParams.set("edition", edition);
      const fresh = link.cloneNode();
      fresh.href = address;
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  };

  const connect = () => {
    stream = new EventSource("/_minutebook/events?edition=" + edition);
    stream.addEventListener("edition", (event) => {
      edition = Number(event.lastEventId);
      if (event.data) exchangeStyles(event.data);
      else reload();
    });
  };

  // A browser allows six connections to a host: a tab that nobody sees takes none, and catches up when it is shown.
  const follow = () => {
    if (stream) stream.close();
    stream = undefined;
    if (!document.hidden) connect();
  };
  addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => stream && stream.close());
  addEventListener("pageshow", (event) => event.persisted && follow());
  follow();
})();
