// Puts line numbers beside the text of an act, and leads from a finding to its line.
"use strict";
(() => {
  const text = document.getElementById("id_text");
  if (!text) return;
  const numbers = document.createElement("div");
  numbers.className = "madda-line-numbers";
  numbers.setAttribute("aria-hidden", "true");
  const frame = document.createElement("div");
  frame.className = "madda-numbered";
  text.before(frame);
  frame.append(numbers, text);

  const fold = text.closest("details"); // a long text is laid out once somebody opens it
  let count = 0;
  const number = () => {
    if (fold && !fold.open) return;
    const lines = text.value.split("\n").length;
    if (lines !== count) numbers.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
    count = lines;
    numbers.scrollTop = text.scrollTop;
  };
  text.addEventListener("input", number);
  text.addEventListener("scroll", () => (numbers.scrollTop = text.scrollTop));
  fold?.addEventListener("toggle", number);
  number();

  const show = (line) => {
    if (fold) fold.open = true;
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 4);
    text.scrollLeft = 0;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    show(Number(link.dataset.line));
  });
})();
