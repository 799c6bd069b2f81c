import { type ReactNode, useEffect, useRef } from "react";

/** Can be scrolled by keyboard while it is wider than its place, and is no stop for the tab key while it is not. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	const region = useRef<HTMLElement>(null);
	useEffect(() => {
		const box = region.current;
		if (!box) return;
		const watch = new ResizeObserver(() => {
			if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
			else box.removeAttribute("tabindex");
		});
		watch.observe(box);
		return () => watch.disconnect();
	}, []);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section ref={region} className="list-scroll" aria-label={label} tabIndex={0}>
			{children}
		</section>
	);
}
