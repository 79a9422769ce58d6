// Shows how an import or other long work stands while it goes on, and what came of it. Without it the page is loaded anew every ten seconds.
"use strict";
(() => {
  const EVERY = 3000;
  const found = (root) => root.querySelector("[data-import]");
  const look = async () => {
    const answer = await fetch(location.href).catch(() => null);
    const now = answer?.ok && found(new DOMParser().parseFromString(await answer.text(), "text/html"));
    if (answer?.redirected || answer?.status === 403 || answer?.status === 404 || now === null) {
      location.reload(); // signed out, no longer a drafter here, or the work is done: the page says so itself
      return;
    }
    if (now) {
      const shown = found(document);
      const [state, said] = [shown, now].map((place) => place.querySelector("[role=status]"));
      if (state.textContent !== said.textContent) state.textContent = said.textContent; // is read out
      const [rest, told] = [shown, now].map((place) => place.querySelector("[data-import-rest]"));
      if (rest.innerHTML !== told.innerHTML && !rest.contains(document.activeElement)) rest.replaceWith(told);
      if (now.dataset.import !== "active") {
        rest.replaceWith(told);
        return;
      }
    }
    setTimeout(look, EVERY);
  };
  if (found(document).dataset.import === "active") setTimeout(look, EVERY);
})();
