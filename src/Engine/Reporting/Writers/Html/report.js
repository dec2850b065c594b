
"use strict";
// Everything can be read without this script: it sorts, filters, and opens what is folded before printing.
(() => {
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim();
  };

  const sortBy = (table, column, head) => {
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
    rows.sort((a, b) => compare(a.key, b.key) * (descending ? -1 : 1));
    body.append(...rows.map((entry) => entry.row));
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sortBy(table, column, head));
      head.replaceChildren(button);
    });
  }

  const filter = document.getElementById("filter");
  if (filter) {
    const rows = [...document.getElementById("open").tBodies[0].rows];
    const fields = filter.elements;
    const apply = () => {
      const text = fields.text.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits =
          ["severity", "mode", "area"].every((name) => !fields[name].value || row.dataset[name] === fields[name].value) &&
          (!text || row.textContent.toLowerCase().includes(text));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      document.getElementById("matches").textContent = shown === rows.length ? "" : `${shown} of ${rows.length}`;
    };
    filter.hidden = false;
    filter.addEventListener("input", apply);
    filter.addEventListener("submit", (event) => event.preventDefault());
    apply();
  }

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
})();
