import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * After navigation inside the page, moves focus to the main heading, so that a screen reader says where one has come
 * and the next tab starts there: what a browser does by itself when it loads a page. Search and filter changes on the
 * same page leave focus where it is, unless what had it is gone.
 */
export function PageFocus() {
	const { pathname, hash, key } = useLocation();
	const before = useRef({ pathname, key });
	useEffect(() => {
		const from = before.current;
		before.current = { pathname, key };
		if (from.key === key) return;
		const isNewPage = from.pathname !== pathname;
		const isLost = document.activeElement === null || document.activeElement === document.body;
		if (!isNewPage && !isLost && !hash) return;
		const wanted = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
		const target =
			wanted ?? document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
		if (!target || (!isNewPage && !isLost && !wanted)) return;
		if (target.tabIndex < 0) target.tabIndex = -1;
		target.focus({ preventScroll: true });
	}, [pathname, key, hash]);
	return null;
}
