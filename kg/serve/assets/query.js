// The page to ask from: YASGUI on our own endpoint, and nothing from elsewhere.
"use strict";

const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint: new URL("sparql", document.baseURI).href, method: "POST" },
  copyEndpointOnNewTab: true,
  autofocus: true,
});

for (const button of document.querySelectorAll("[data-question]")) {
  button.addEventListener("click", () => {
    const tab = yasgui.getTab();
    tab.setQuery(button.dataset.question);
    tab.query();
  });
}
