// Reading a text: the discussion beside it, the current place in the contents, footnotes in the folded list.
// Without this script the links lead to pages of their own and everything can be read.
"use strict";
(() => {
  const place = document.getElementById("discussion");
  const inner = place?.querySelector(".discussion-inner");
  let opener = null;

  const open = async (link) => {
    const response = await fetch(link.dataset.discussion, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (!response?.ok || response.redirected) {
      location.assign(link.href);
      return;
    }
    inner.innerHTML = await response.text(); // a page of this site, escaped by its templates
    document.querySelectorAll(".provision.is-current").forEach((row) => row.classList.remove("is-current"));
    link.closest(".provision")?.classList.add("is-current");
    place.classList.add("is-open");
    opener = link;
    inner.querySelector("h2")?.focus();
  };

  const close = () => {
    if (!place?.classList.contains("is-open")) return;
    place.classList.remove("is-open");
    opener?.focus();
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-discussion]")) close();
    const link = event.target.closest("a[data-discussion]");
    if (!place || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(link);
  });
  // Before the site's own listener takes the sheet away: the focus goes back to where it came from.
  document.addEventListener("keydown", (event) => event.key === "Escape" && close(), { capture: true });

  // On a phone, what does not change is folded away until somebody follows a link to it.
  const far = () => [...document.querySelectorAll(".is-far")];
  if (far().length && matchMedia("(max-width: 47.99rem)").matches) {
    document.querySelector(".segmented [aria-current]")?.removeAttribute("aria-current");
    document.querySelector(".segmented [href*='view=changed']")?.setAttribute("aria-current", "page");
  }

  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains("is-far")) {
      far().forEach((row) => row.classList.remove("is-far"));
      document.querySelectorAll(".only-phone").forEach((note) => note.remove());
      target.scrollIntoView();
    }
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  const lines = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
  const follow = (entries) => {
    const entered = entries.find((entry) => entry.isIntersecting);
    const line = entered && lines.get(entered.target.id);
    if (!line) return;
    lines.forEach((other) => other.removeAttribute("aria-current"));
    line.setAttribute("aria-current", "true");
    const list = line.closest(".contents");
    list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  };
  const watcher = new IntersectionObserver(follow, { rootMargin: "0px 0px -70% 0px" });
  document.querySelectorAll(".article-title").forEach((title) => watcher.observe(title));
})();
