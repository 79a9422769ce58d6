// Shows only the fields that the chosen operation uses. Without it the form shows all of them and still works.
"use strict";
(() => {
  const form = document.querySelector("[data-instruction-form]");
  const fields = JSON.parse(document.getElementById("fields-of").textContent);
  const op = form.elements.op;
  const show = () => {
    const used = new Set([...fields[op.value], "op", "reason"]);
    for (const item of form.querySelectorAll("[data-part]")) item.hidden = !used.has(item.dataset.part);
  };
  op.addEventListener("change", show);
  show();
})();
