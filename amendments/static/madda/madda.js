/* Madda: what the pages gain when scripts run. Everything works without them; no markup is written from here.

Keys         n, p        next and previous [data-change] below main; links with data-jump="next|previous" do the same
             /           the search box ([data-search])
             Escape      closes an open menu (details[data-menu]) and the discussion sheet
Forms        form[data-keep]        asks before the page is left with unsent changes
             form[data-autosave]    posts itself to the address in data-autosave two seconds after the last key; the answer's
                                    X-Saved-At header (or the clock) goes to its .saved element, whose words are
                                    data-saving, data-saved ("Saved %s"), data-failed and, where there is nothing to save
                                    yet (status 202), data-unsaved. Chosen files wait for a button
             textarea               grows with its text
             [data-shows="id"]      a hidden button that shows and hides what was typed in a password field
             [data-shown-on="event"]  a hidden message that is shown when an event of this name reaches the document
             [data-takes-focus]     takes the focus when the page opens (error summary, receipt)
Contents     .contents details      opens on wide screens
Events       madda:jump on the provision that n or p reached; htmx:afterSwap puts the message in #announcer when the
             answer carries the header X-Announce
*/
"use strict";

(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const announcer = document.getElementById("announcer");

  // Changes

  let current = -1;

  const jump = (step) => {
    const changes = all("main [data-change]").filter((change) => change.offsetParent !== null);
    if (!changes.length) return;
    current = current < 0 ? firstBelow(changes, step) : (current + step + changes.length) % changes.length;
    const change = changes[current];
    all(".is-jumped").forEach((old) => old.classList.remove("is-jumped"));
    change.classList.add("is-jumped");
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: "center" });
    change.dispatchEvent(new CustomEvent("madda:jump", { bubbles: true }));
  };

  const firstBelow = (changes, step) => {
    const below = changes.findIndex((change) => change.getBoundingClientRect().top > 0);
    if (step > 0) return Math.max(below, 0);
    return (below < 0 ? changes.length : below || changes.length) - 1;
  };

  // Print: footnotes and lists belong to the text

  addEventListener("beforeprint", () => all("details.apparatus").forEach((list) => (list.open = true)));

  // Passwords

  all("[data-shows]").forEach((button) => {
    const field = document.getElementById(button.dataset.shows);
    button.hidden = false;
    button.addEventListener("click", () => {
      const isShown = field.type === "text";
      field.type = isShown ? "password" : "text";
      button.setAttribute("aria-pressed", String(!isShown));
    });
    field.form?.addEventListener("submit", () => { field.type = "password"; });
  });

  all("[data-shown-on]").forEach((message) => {
    document.addEventListener(message.dataset.shownOn, (event) => {
      event.preventDefault();
      message.hidden = false;
      message.focus();
    });
  });

  // Keys

  const isTyping = (target) => target.isContentEditable || target.matches("input, textarea, select");

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return closeAll();
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "n") jump(1);
    else if (event.key === "p") jump(-1);
    else if (event.key === "/") focusSearch(event);
  });

  const focusSearch = (event) => {
    const field = all("[data-search]").find((box) => box.offsetParent !== null);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  };

  const closeAll = () => {
    const menu = document.querySelector("details[data-menu][open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
    all(".discussion.is-open").forEach((sheet) => sheet.classList.remove("is-open"));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-jump]");
    if (link) {
      event.preventDefault();
      jump(link.dataset.jump === "previous" ? -1 : 1);
    }
    all("details[data-menu][open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // Forms

  const grow = (area) => {
    if (CSS.supports("field-sizing", "content")) return; // the style sheet does it
    const wanted = area.scrollHeight + area.offsetHeight - area.clientHeight;
    if (wanted > area.offsetHeight) area.style.height = `${wanted}px`;
  };

  const filesIn = (form) => all("input[type=file]", form);

  const keepInput = (form) => {
    let isDirty = false;
    form.addEventListener("input", () => (isDirty = true));
    form.addEventListener("submit", () => (isDirty = false));
    form.addEventListener("madda:saved", () => (isDirty = filesIn(form).some((field) => field.files.length)));
    window.addEventListener("beforeunload", (event) => {
      if (isDirty) event.preventDefault();
    });
  };

  const autosave = (form) => {
    const status = form.querySelector(".saved") || document.querySelector(".saved");
    let timer;
    let turn = 0;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 2000);
    });
    form.addEventListener("submit", () => clearTimeout(timer));

    const save = async () => {
      const mine = ++turn;
      form.dispatchEvent(new CustomEvent("madda:saving"));
      say(status, status?.dataset.saving, false);
      const typed = new FormData(form);
      filesIn(form).forEach((field) => typed.delete(field.name));
      const response = await fetch(form.dataset.autosave, { method: "POST", body: typed }).catch(() => null);
      if (mine !== turn) return;
      if (response?.status === 202) {
        form.dispatchEvent(new CustomEvent("madda:saved")); // nothing stands in the form that could be lost
        return say(status, status?.dataset.unsaved, false);
      }
      const isSaved = Boolean(response?.ok) && !response.redirected; // a redirect is the login page: the session is over
      const moment = response?.headers.get("X-Saved-At") || new Date().toTimeString().slice(0, 5);
      say(status, isSaved ? status?.dataset.saved?.replace("%s", moment) : status?.dataset.failed, !isSaved);
      if (isSaved) form.dispatchEvent(new CustomEvent("madda:saved"));
    };
  };

  const say = (status, words, isFailed) => {
    if (!status || !words) return;
    status.textContent = words;
    status.classList.toggle("is-failed", isFailed);
    status.setAttribute("role", "status");
  };

  // Text that other scripts kept in the browser for an account goes when the person signs out

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[action$='/logout/']")) return;
    const account = document.querySelector("[data-signs-out]")?.dataset.signsOut;
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(`madda.kept.${account}.`));
    kept.forEach((key) => localStorage.removeItem(key));
  });

  // What each piece of the page needs, at the start and after htmx brought a new piece

  const prepare = (root) => {
    all("textarea", root).forEach((area) => {
      grow(area);
      area.addEventListener("input", () => grow(area));
    });
    all("form[data-keep]", root).forEach(keepInput);
    all("form[data-autosave]", root).forEach(autosave);
    const wide = matchMedia("(min-width: 64rem)");
    if (wide.matches) all(".contents details", root).forEach((fold) => (fold.open = true));
    root.querySelector("[data-takes-focus]")?.focus();
  };

  prepare(document);
  document.addEventListener("htmx:afterSwap", (event) => {
    prepare(event.detail.target);
    const words = event.detail.xhr?.getResponseHeader("X-Announce");
    if (words && announcer) announcer.textContent = decodeURIComponent(words);
  });
})();
