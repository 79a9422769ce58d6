// Moves between the links of a table by the arrow keys. Without this script they are reached by the tab key.
// The cell that is open beside the table is scrolled into the middle. A table that is wider than its frame says so above it.
document.querySelectorAll("[data-goes-on]").forEach((hint) => {
  const wrap = hint.nextElementSibling;
  const tell = () => { hint.hidden = wrap.scrollWidth <= wrap.clientWidth + 1; };
  tell();
  addEventListener("resize", tell);
});
document.querySelectorAll("table[data-cells]").forEach((table) => {
  const chosen = table.querySelector("a[aria-current]")?.getBoundingClientRect();
  const wrap = table.closest(".table-wrap");
  if (chosen && wrap) {
    const frame = wrap.getBoundingClientRect();
    wrap.scrollLeft += (chosen.left + chosen.right - frame.left - frame.right) / 2;
  }
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  table.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell = event.target.closest("td, th");
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...table.tBodies[0].rows];
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    do {
      row += step[0];
      column += step[1];
      const link = rows[row]?.cells[column]?.querySelector("a");
      if (link) {
        event.preventDefault();
        link.focus();
        return;
      }
    } while (rows[row]?.cells[column]);
  });
});
