/* Lines below a search box while one types (input[data-suggest]): arrows choose, Enter opens, Escape closes.
   Without this script the box sends its words to the page of results. */
(() => {
  "use strict";
  const WAIT = 180; // milliseconds without a key before the server is asked
  const announcer = document.getElementById("announcer");

  // An address that is shared says only what was asked.
  document.querySelectorAll("form[role=search]").forEach((form) => form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (!value) event.formData.delete(name);
  }));

  document.querySelectorAll("input[data-suggest]").forEach((box, number) => {
    const list = document.createElement("ul");
    list.id = `suggestions-${number}`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", box.labels[0] ? box.labels[0].textContent.trim() : "");
    list.tabIndex = -1; // a browser lets Tab into a list that scrolls
    list.hidden = true;
    box.parentElement.classList.add("has-suggestions");
    box.after(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
      ["aria-controls", list.id], ["autocomplete", "off"]]) box.setAttribute(name, value);
    let timer = 0, asked = 0, active = -1;

    const tell = (words) => {
      if (announcer) announcer.textContent = words;
    };
    const close = () => {
      if (!list.hidden) tell(""); // how many lines there were
      list.hidden = true;
      active = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };
    const choose = (place) => {
      const lines = [...list.children];
      if (!lines.length) return;
      active = (place + lines.length) % lines.length;
      lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === active)));
      box.setAttribute("aria-activedescendant", lines[active].id);
      lines[active].scrollIntoView({ block: "nearest" });
    };
    const show = (suggestions) => {
      list.replaceChildren(...suggestions.map((found, at) => {
        const line = document.createElement("li");
        line.id = `${list.id}-${at}`;
        line.dataset.url = found.url;
        line.setAttribute("role", "option");
        line.setAttribute("aria-selected", "false");
        const label = document.createElement("span");
        label.textContent = found.label;
        const context = document.createElement("span");
        context.className = "muted small";
        context.textContent = found.context;
        line.append(label, " ", context);
        line.addEventListener("mousedown", (event) => event.preventDefault());
        line.addEventListener("click", () => location.assign(found.url));
        return line;
      }));
      active = -1;
      box.removeAttribute("aria-activedescendant");
      if (!suggestions.length) return close();
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
      tell(`${box.dataset.suggestTold || ""} ${suggestions.length}`);
    };
    const ask = async () => {
      const turn = ++asked;
      const words = box.value;
      if (words.trim().length < 2) return close();
      try {
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(words)}`, { credentials: "same-origin" });
        if (!answer.ok || turn !== asked || document.activeElement !== box) return;
        show((await answer.json()).suggestions);
      } catch {
        close(); // the box works without lines
      }
    };

    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return;
        event.preventDefault();
        choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
      } else if (event.key === "Enter" && !list.hidden && active >= 0) {
        event.preventDefault();
        location.assign(list.children[active].dataset.url);
      } else if (event.key === "Tab") {
        close();
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
  });
})();
