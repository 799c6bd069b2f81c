import type { MouseEvent } from "react";
import { useNavigate } from "react-router";

/**
 * For `onClick` of an element with many plain links in it: follows them without loading a new document. One listener
 * costs a fraction of what a router link for each of hundreds of rows or marks does, in the server and in the browser.
 * Without script, and for clicks that ask for another tab, they are the links they are.
 */
export function useFollow(options: { readonly preventScrollReset?: boolean } = {}): (event: MouseEvent) => void {
	const navigate = useNavigate();
	return (event) => {
		const link = event.target instanceof Element ? event.target.closest("a[data-follow]") : null;
		const href = link?.getAttribute("href");
		const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
		if (href == null || !isPlain || event.defaultPrevented) return;
		event.preventDefault();
		navigate(href, options);
	};
}
