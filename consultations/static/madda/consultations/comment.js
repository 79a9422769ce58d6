/* The comment form: words selected with the mouse become a choice beside the sentences. Without scripts the sentences do.
Folded boxes say how many of them are chosen; what was chosen before is never folded.

[data-passage]   holds runs [data-at="d:12"] (draft) or [data-at="b:12"] (base) whose number is the place of their first
                 character in code points; data-selected is the word shown before a selection
[data-folds]     holds details whose summaries count their ticked boxes in these words ("chosen: %s")
[data-finds]     holds a field that looks for boxes in the folds below the element of this id; without scripts its button does
*/
"use strict";

(() => {
  const passage = document.querySelector("[data-passage]");
  if (!passage) return;

  const length = (text) => [...text].length; // code points, as the server counts

  const place = (node, offset) => {
    const run = node.parentElement?.closest("[data-at]");
    if (!run || node.nodeType !== Node.TEXT_NODE) return null;
    const [source, start] = run.dataset.at.split(":");
    return { source, at: Number(start) + length(node.data.slice(0, offset)) };
  };

  const offer = (source, start, end, words) => {
    const value = `${source}:${start}:${end}`;
    if ([...passage.querySelectorAll("input")].some((box) => box.value === value)) return;
    const id = `range-${source}-${start}-${end}`;
    const row = document.createElement("div");
    row.className = "check";
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "range", value, id, checked: true });
    const label = Object.assign(document.createElement("label"), { htmlFor: id, textContent: `${passage.dataset.selected}: ${words}` });
    row.append(box, label);
    passage.append(row);
    passage.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("selectionchange", () => {
    passage.dataset.busy = String(!document.getSelection().isCollapsed);
  });

  // A click on a label that ends a selection must not also tick the sentence.
  passage.addEventListener("click", (event) => {
    if (passage.dataset.busy === "true" && event.target.closest("label")) event.preventDefault();
  });

  passage.addEventListener("mouseup", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    const words = selection.toString().trim();
    if (start && end && start.source === end.source && start.at < end.at && words) {
      offer(start.source, start.at, end.at, words);
    }
  });
})();

(() => {
  const count = (fold, words) => {
    const chosen = fold.querySelectorAll("input:checked").length;
    const shown = fold.querySelector(".count") || fold.querySelector("summary").appendChild(document.createElement("span"));
    shown.className = "count";
    shown.textContent = chosen ? ` ${words.replace("%s", chosen)}` : "";
  };

  for (const field of document.querySelectorAll("[data-folds]")) {
    for (const fold of field.querySelectorAll("details")) {
      const recount = () => count(fold, field.dataset.folds);
      fold.addEventListener("change", recount);
      recount();
    }
  }
})();

(() => {
  const folded = (text) => text.replaceAll("ı", "i").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const show = (fold, words) => {
    let found = 0;
    for (const box of fold.querySelectorAll(".check")) {
      const text = folded(`${box.textContent} ${fold.querySelector("summary").textContent}`);
      const shown = words.every((word) => text.includes(word)) || box.querySelector(":checked") !== null;
      box.hidden = !shown;
      found += shown;
    }
    fold.hidden = !found;
    fold.open = words.length ? found > 0 : fold.querySelector(":checked") !== null;
  };

  for (const field of document.querySelectorAll("[data-finds]")) {
    const input = field.querySelector("input");
    const folds = document.getElementById(field.dataset.finds).querySelectorAll("details");
    field.querySelector("button").hidden = !input.value;
    input.addEventListener("input", () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      for (const fold of folds) show(fold, words);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && field.querySelector("button").hidden) event.preventDefault();
    });
  }
})();
