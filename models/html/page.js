"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const requirements = all("details.req");
  const spoken = document.getElementById("said");

  // Texts are panes of their own where there is room; where there is none, opening a requirement moves nothing.
  const reveal = (pane, element) => {
    if (!element || pane.scrollHeight <= pane.clientHeight) return;
    const at = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += at - pane.clientHeight / 3;
  };

  const clear = () => all(".on").forEach((element) => element.classList.remove("on"));

  const choose = (requirement) => {
    requirements.filter((other) => other !== requirement).forEach((other) => { other.open = false; });
    clear();
    const chosen = all(`[data-asked~="${requirement.id.slice(1)}"]`);
    chosen.forEach((element) => element.classList.add("on"));
    all(".pane.text").forEach((pane) => reveal(pane, chosen.find((element) => pane.contains(element))));
  };

  let printing = false;
  requirements.forEach((requirement) => requirement.addEventListener("toggle", () => {
    if (printing) return;
    if (requirement.open) choose(requirement);
    else if (!requirements.some((other) => other.open)) clear();
  }));

  // A marked word leads back to its requirement; where several share it, choosing it again leads to the next.
  all("a.mark[href]").forEach((mark) => mark.addEventListener("click", (event) => {
    event.preventDefault();
    const found = mark.dataset.asked.split(" ").map((number) => document.getElementById(`q${number}`));
    const open = found.findIndex((requirement) => requirement.open);
    const next = found[(open + 1) % found.length];
    show("all");
    next.open = true;
    choose(next);
    reveal(next.closest(".pane"), next);
    next.querySelector("summary").focus({ preventScroll: next.closest(".pane").scrollHeight > next.closest(".pane").clientHeight });
  }));

  const filters = all("[data-filter]");
  const show = (status) => {
    filters.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.filter === status)));
    requirements.forEach((each) => { each.hidden = status !== "all" && each.dataset.status !== status; });
  };
  filters.forEach((button) => button.addEventListener("click", () => {
    show(button.dataset.filter);
    spoken.textContent = `${requirements.filter((each) => !each.hidden).length} requirements listed`;
  }));
  all(".filters").forEach((element) => { element.hidden = false; });

  const copied = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copying is not allowed"));
  };
  const copy = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => copied(text)) : copied(text));
  all("button.copy").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.dataset.copy).then(
      () => { button.textContent = "Copied"; spoken.textContent = "Copied"; button.focus(); },
      () => { button.textContent = "Select the text and copy it yourself"; },
    ));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    requirements.forEach((each) => { each.open = false; });
    clear();
  });

  // On paper everything is open.
  let shut = [];
  window.addEventListener("beforeprint", () => {
    printing = true;
    shut = all("details:not([open])");
    shut.forEach((each) => { each.open = true; });
  });
  window.addEventListener("afterprint", () => {
    shut.forEach((each) => { each.open = false; });
    setTimeout(() => { printing = false; }, 0);
  });
})();
