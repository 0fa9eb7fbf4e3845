"use strict";
// A table is sorted by the head that is chosen: numbers as numbers, what is empty last.
for (const head of document.querySelectorAll("thead th")) {
  head.tabIndex = 0;
  const sort = () => {
    const body = head.closest("table").tBodies[0];
    const column = head.cellIndex;
    const down = head.getAttribute("aria-sort") !== "descending" && head.classList.contains("n") || head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = row => row.cells[column]?.textContent.trim() ?? "";
    const compare = (a, b) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      const order = isNaN(parseFloat(a)) || isNaN(parseFloat(b)) ? (a < b ? -1 : a > b ? 1 : 0) : parseFloat(a) - parseFloat(b);
      return down ? -order : order;
    };
    body.append(...[...body.rows].sort((a, b) => a.classList.contains("total") - b.classList.contains("total") || compare(value(a), value(b))));
  };
  head.addEventListener("click", sort);
  head.addEventListener("keydown", event => { if (event.key === "Enter") sort(); });
}
// The list shows what holds all words of the filter.
const filter = document.getElementById("filter");
if (filter) {
  const entries = [...document.querySelectorAll("#list > details")].map(entry => [entry, entry.textContent.toLowerCase()]);
  const show = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const [entry, text] of entries) {
      entry.hidden = !words.every(word => text.includes(word));
      shown += entry.hidden ? 0 : 1;
    }
    document.getElementById("shown").textContent = `${shown} of ${entries.length}`;
  };
  filter.addEventListener("input", show);
  show();
}
// Paper has nothing to unfold.
addEventListener("beforeprint", () => { for (const entry of document.querySelectorAll("details:not([hidden])")) entry.open = true; });
