"use strict";
// Asks once a second whether the text was read anew, and then puts the new page in the place of the old one:
// where the reader stands and what has the focus stays.
(() => {
  const meta = document.querySelector("meta[name=live]");
  const address = meta.dataset.address;
  let known = meta.content;

  // What has the focus is found again by its id or its link, in the same part of the page.
  const keyOf = (one) => {
    const part = one.closest("#news, #page");
    const name = one.id ? `#${CSS.escape(one.id)}` : `a[href="${CSS.escape(one.getAttribute("href") ?? "")}"]`;
    return part ? `#${part.id} ${name}` : "";
  };

  const renew = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = keyOf(document.activeElement);
    for (const id of ["news", "page", "paper"]) {
      const [old, now] = [document.getElementById(id), fresh.getElementById(id)];
      if (old && now) old.replaceChildren(...now.childNodes);
    }
    document.title = fresh.title;
    known = fresh.querySelector("meta[name=live]").content;
    if (focused) document.querySelector(focused)?.focus({ preventScroll: true });
  };

  const tellEnd = () => {
    const words = document.createElement("p");
    words.className = "ended";
    words.textContent = meta.dataset.lost;
    document.getElementById("news").replaceChildren(words);
    known = "";
  };

  const look = async () => {
    try {
      const answer = await fetch(address, { cache: "no-store" });
      if ((await answer.text()) !== known) await renew();
    } catch {
      if (known !== "") tellEnd();
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();
