type Place = { readonly pathname: string; readonly search: string };

/**
 * Whether an address is the one being shown: the same path, and every parameter it names with the same value
 * (`?view=` matches a page without that parameter).
 */
function isHere(place: Place, to: string): boolean {
	const [path = "", query = ""] = to.split("#")[0]?.split("?") ?? [];
	if (path !== "" && path !== place.pathname) return false;
	const shown = new URLSearchParams(place.search);
	return [...new URLSearchParams(query)].every(([name, value]) => (shown.get(name) ?? "") === value);
}

/** The one of several addresses that fits best: `/x?view=people` before `/x`, when both are here. */
export function current(place: Place, addresses: readonly string[]): string | undefined {
	const named = (to: string) => [...new URLSearchParams(to.split("?")[1] ?? "")].length;
	return addresses.filter((to) => isHere(place, to)).sort((a, b) => named(b) - named(a))[0];
}
