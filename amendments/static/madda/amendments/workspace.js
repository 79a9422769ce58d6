// Finds provisions of the working text by number or words. Without it the browser's own search does.
"use strict";
(() => {
  const box = document.querySelector("[data-find]");
  const rows = [...document.querySelectorAll("#working-text .madda-row")];
  const field = box.querySelector("input");
  const simple = (words) => words.toLocaleLowerCase(document.documentElement.lang).trim();
  const find = () => {
    const wanted = simple(field.value);
    for (const row of rows) row.hidden = wanted !== "" && !simple(row.textContent).includes(wanted);
  };
  field.addEventListener("input", find);
  box.hidden = false;
})();
