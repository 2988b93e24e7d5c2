/** The script of every page: small, and it loads the rest when that is wanted. */
import { offerLanguages } from "./language/offer-languages.ts";
import { offerSearch } from "./search/offer-search.ts";

offerSearch();
offerLanguages();
if (new URLSearchParams(location.search).has("q") && !document.querySelector("search-panel[data-address]"))
  void import("./search/arrival.ts").then(({ markArrival }) => markArrival());
