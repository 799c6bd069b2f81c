import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * After navigation inside the page, moves focus to the main heading and lets a screen reader hear the new title: what
 * a browser does by itself when it loads a page. Search and filter changes on the same page leave focus where it is.
 */
export function PageFocus() {
	const { pathname, hash } = useLocation();
	const first = useRef(true);
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs once per page, not per hash
	useEffect(() => {
		if (first.current) {
			first.current = false;
			return;
		}
		if (hash) return;
		const heading = document.querySelector<HTMLElement>("main h1");
		if (!heading) return;
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
	}, [pathname]);
	return null;
}
