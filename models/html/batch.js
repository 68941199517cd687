"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const spoken = document.getElementById("said");

  // Sorting: a heading is a button; what is not told stays last, whichever way.
  const value = (row, at, numeric) => {
    const cell = row.cells[at], text = cell.dataset.v ?? cell.textContent.trim();
    if (text === "") return null;
    return numeric ? Number(text.replace(/[^0-9.+-]/g, "")) : text;
  };
  const order = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const sort = (table, heading, way) => {
    const at = heading.cellIndex, numeric = heading.dataset.kind === "number", sign = way === "ascending" ? 1 : -1;
    const keyed = [...table.tBodies[0].rows].map((row) => [value(row, at, numeric), row]);
    keyed.sort(([one], [other]) => {
      if (one === null || other === null) return (one === null) - (other === null);
      return sign * (numeric ? one - other : order.compare(one, other));
    });
    table.tBodies[0].append(...keyed.map(([, row]) => row));
    all("th[aria-sort]", table.tHead).forEach((each) => each.setAttribute("aria-sort", each === heading ? way : "none"));
    spoken.textContent = `Sorted by ${heading.textContent}, ${way}`;
  };
  all("table.sortable").forEach((table) => all("th", table.tHead).forEach((heading) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    if (!heading.hasAttribute("aria-sort")) heading.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const now = heading.getAttribute("aria-sort"), first = heading.dataset.first ?? "ascending";
      const turned = now === "ascending" ? "descending" : "ascending";
      sort(table, heading, now === "none" ? first : turned);
    });
  }));

  // Filtering: the rows and the sections of the postings alike.
  const form = one("form.filters");
  if (form) {
    const field = (id) => document.getElementById(id);
    const jobs = all("#jobs tbody tr").map((row) => ({ row, section: one(row.querySelector("a").hash), texts: {} }));
    const words = ({ row, section, texts }, where) => {
      const found = {
        title: () => row.querySelector("th").textContent,
        covered: () => all(".have .covered, .have .partly", section).map((each) => each.textContent).join(" "),
        missing: () => all(".have .missing", section).map((each) => each.textContent).join(" "),
        "": () => `${row.textContent} ${section.textContent}`,
      };
      texts[where] ??= found[where]().toLowerCase();
      return texts[where];
    };
    const wanted = (job) => {
      const [, score, , level, mode] = job.row.cells;
      if (job.row.hasAttribute("data-twin") && !field("twins-too")?.checked) return false;
      if (Number(score.textContent) < Number(field("least").value || 0)) return false;
      if (field("level").value && level.textContent !== field("level").value) return false;
      if (field("mode").value && mode.textContent !== field("mode").value) return false;
      const parts = field("words").value.toLowerCase().split(/\s+/).filter(Boolean);
      return parts.every((part) => words(job, field("where").value).includes(part));
    };
    const list = () => {
      let shown = 0;
      jobs.forEach((job) => {
        const listed = wanted(job);
        job.row.hidden = job.section.hidden = !listed;
        shown += listed;
      });
      field("count").textContent = spoken.textContent = `${shown} of ${jobs.length} postings listed`;
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", list);
    form.addEventListener("reset", () => setTimeout(list, 0));
    form.hidden = false;
    list();
  }

  // What of the most asked is asked as must-have, nice-to-have or duty.
  const need = document.getElementById("need");
  if (need) {
    const rows = all("#asked-figures tbody tr");
    need.addEventListener("change", () => {
      rows.forEach((row) => { row.hidden = need.value !== "" && row.cells[need.value].textContent === "0"; });
      spoken.textContent = `${rows.filter((row) => !row.hidden).length} skills listed`;
    });
    need.closest("p").hidden = false;
  }

  // A link to a posting opens it, also where a filter hides it.
  const open = (hash) => {
    const section = /^#j\d+$/.test(hash) ? one(hash) : null;
    if (!section) return;
    section.hidden = false;
    section.open = true;
    section.scrollIntoView();
    section.querySelector("summary").focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#j"]');
    if (!link) return;
    event.preventDefault();
    open(link.hash);
    history.replaceState(null, "", link.hash);
  });
  open(location.hash);
})();
