// What a form would save, beside it while the drafter types. Without it the button “Preview” does the same.
"use strict";
(() => {
  const form = document.querySelector("[data-live-preview]");
  const place = document.getElementById(form.dataset.livePreview);
  let timer;
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const body = new FormData(form);
    body.set("preview", "1");
    const headers = { "X-Requested-With": "live-preview" };
    const response = await fetch(location.href, { method: "POST", body, headers }).catch(() => null);
    if (mine !== turn || !response?.ok || response.redirected) return;
    place.innerHTML = await response.text(); // a page of this site, escaped by its templates
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(show, 600);
  };
  form.addEventListener("input", wait);
  form.addEventListener("change", wait);
})();
