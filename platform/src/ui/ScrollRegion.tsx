import { type ReactNode, useEffect, useRef } from "react";

/** Can be scrolled by keyboard while it is wider than its place, and is no stop for the tab key while it is not. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	const region = useRef<HTMLDivElement>(null);
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
		// A group and no landmark: the section round it is one, and often bears the same name.
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
		<div ref={region} role="group" className="list-scroll" aria-label={label} tabIndex={0}>
			{children}
		</div>
	);
}
