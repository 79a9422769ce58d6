/* The comment form: words selected with the mouse become a choice beside the sentences. Without scripts the sentences do.
Folded boxes say how many of them are chosen; what was chosen before is never folded.

[data-passage]   holds runs [data-at="d:12"] (draft) or [data-at="b:12"] (base) whose number is the place of their first
                 character in code points. A selection across struck-out and other words becomes a choice in each text.
                 data-selected, data-struck: the word before a selection; data-both, data-nothing: what is told about it
[data-folds]     holds details whose summaries count their ticked boxes in these words ("chosen: %s")
[data-finds]     holds a field that looks for boxes in the folds below the element of this id; without scripts its button does
*/
"use strict";

(() => {
  const passage = document.querySelector("[data-passage]");
  if (!passage) return;

  const points = (text) => [...text]; // code points, as the server counts

  // The pieces of the runs inside a selection, in reading order. Words for screen readers belong to no run.
  const piecesIn = (range) => {
    const found = [];
    for (const run of passage.querySelectorAll("[data-at]")) {
      const node = run.firstChild;
      if (!node || !range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      const [source, at] = run.dataset.at.split(":");
      const start = Number(at) + points(node.data.slice(0, from)).length;
      const words = node.data.slice(from, to);
      if (words) found.push({ source, start, end: start + points(words).length, words: points(words) });
    }
    return found;
  };

  // One passage of each text from pieces that follow each other in it; spaces at its ends are left out.
  const passagesOf = (pieces) => {
    const joined = [];
    for (const piece of [...pieces].sort((one, other) => one.source.localeCompare(other.source) || one.start - other.start)) {
      const last = joined.at(-1);
      if (last?.source === piece.source && piece.start <= last.end) {
        last.words.push(...piece.words.slice(last.end - piece.start));
        last.end = Math.max(last.end, piece.end);
      } else joined.push({ ...piece, words: [...piece.words] });
    }
    return joined.map(trimmed).filter((one) => one.words.some((letter) => /[\p{L}\p{N}]/u.test(letter)));
  };

  const trimmed = (one) => {
    const { words } = one;
    const first = words.findIndex((letter) => letter.trim());
    if (first < 0) return { ...one, words: [] };
    const last = words.findLastIndex((letter) => letter.trim()) + 1;
    return { ...one, start: one.start + first, end: one.start + last, words: words.slice(first, last) };
  };

  const offer = ({ source, start, end, words }) => {
    const value = `${source}:${start}:${end}`;
    const standing = [...passage.querySelectorAll("input")].find((box) => box.value === value);
    if (standing) return (standing.checked = true);
    const id = `range-${source}-${start}-${end}`;
    const row = document.createElement("div");
    row.className = source === "b" ? "check is-struck" : "check";
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "range", value, id, checked: true });
    const label = Object.assign(document.createElement("label"), { htmlFor: id });
    const quoted = document.createElement(source === "b" ? "del" : "q");
    quoted.textContent = words.join("");
    label.append(`${source === "b" ? passage.dataset.struck : passage.dataset.selected}: `, quoted);
    row.append(box, label);
    passage.append(row);
  };

  const tell = (words) => {
    const place = document.getElementById("selection-told");
    place.textContent = words || "";
    place.hidden = !words;
  };

  const choose = (pieces) => {
    const passages = passagesOf(pieces);
    passages.forEach(offer);
    if (!passages.length) return tell(passage.dataset.nothing);
    tell(new Set(passages.map((one) => one.source)).size > 1 ? passage.dataset.both : "");
    passage.dispatchEvent(new Event("input", { bubbles: true }));
  };

  document.addEventListener("selectionchange", () => {
    passage.dataset.busy = String(!document.getSelection().isCollapsed);
  });

  // A click on a label that ends a selection must not also tick the sentence.
  passage.addEventListener("click", (event) => {
    if (passage.dataset.busy === "true" && event.target.closest("label")) event.preventDefault();
  });

  document.addEventListener("mouseup", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (range.intersectsNode(passage)) choose(piecesIn(range));
  });

  // Passages that were kept in the browser come back (sending.js).
  passage.closest("form").addEventListener("madda:choose", (event) => {
    const whole = document.createRange();
    whole.selectNodeContents(passage);
    const all = piecesIn(whole);
    for (const value of event.detail) {
      const [source, start, end] = value.split(":").map((part, place) => (place ? Number(part) : part));
      const inside = all.filter((one) => one.source === source && one.start < end && one.end > start);
      passagesOf(inside.map((one) => {
        const [low, high] = [Math.max(one.start, start), Math.min(one.end, end)];
        return { source, start: low, end: high, words: one.words.slice(low - one.start, high - one.start) };
      })).forEach(offer);
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
    const place = document.getElementById(field.dataset.finds);
    const lists = [...place.querySelectorAll("[data-nothing-found]")].map((said) => ({
      said,
      folds: said.parentElement.querySelectorAll("details"),
    }));
    field.querySelector("button").hidden = true; // every box stands in the page, also after a search of the server
    input.addEventListener("input", () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      for (const { said, folds } of lists) {
        for (const fold of folds) show(fold, words);
        said.hidden = [...folds].some((fold) => !fold.hidden);
      }
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }
})();
