// Moves between the links of a table by the arrow keys, by Home and End in a row (with Ctrl in the table), and by Page Up and
// Page Down ten rows on. Without this script they are reached by the tab key.
// The cell that is open beside the table is scrolled into the middle. A table that is wider than its frame says so above it.
const PAGE = 10; // rows
document.querySelectorAll("[data-goes-on]").forEach((hint) => {
  const wrap = hint.nextElementSibling;
  const tell = () => {
    hint.hidden = wrap.scrollWidth <= wrap.clientWidth + 1;
    hint.style.visibility = wrap.scrollLeft + wrap.clientWidth < wrap.scrollWidth - 1 ? "" : "hidden"; // nothing moves
  };
  tell();
  addEventListener("resize", tell);
  wrap.addEventListener("scroll", tell, { passive: true });
});
document.querySelectorAll("table[data-cells]").forEach((table) => {
  const chosen = table.querySelector("a[aria-current]")?.getBoundingClientRect();
  const wrap = table.closest(".table-wrap");
  if (chosen && wrap) {
    const frame = wrap.getBoundingClientRect();
    wrap.scrollLeft += (chosen.left + chosen.right - frame.left - frame.right) / 2;
  }
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const linked = (cells) => [...cells].flatMap((cell) => cell.querySelector("a") ?? []);
  const far = { Home: 0, End: -1, PageUp: 0, PageDown: 0 };
  const reached = ({ key, ctrlKey, target }) => {
    const rows = [...table.tBodies[0].rows];
    const at = rows.indexOf(target.closest("tr"));
    const column = target.closest("td, th").cellIndex;
    const way = {
      PageUp: () => rows.slice(Math.max(at - PAGE, 0), at),
      PageDown: () => rows.slice(at + 1, at + 1 + PAGE).reverse(),
    }[key];
    const goals = way ? [column, 0].flatMap((place) => way().map(({ cells }) => cells[place]))
      : (ctrlKey ? rows : [rows[at]]).flatMap(({ cells }) => [...cells]);
    return linked(goals).at(far[key]);
  };
  table.addEventListener("keydown", (event) => {
    const goal = event.key in far && !event.altKey && !event.metaKey && reached(event);
    if (goal) {
      event.preventDefault();
      goal.focus();
      return;
    }
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
