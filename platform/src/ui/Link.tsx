import { type AnchorHTMLAttributes, useEffect } from "react";
import { useNavigate } from "react-router";

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
	/** A whole address of ours, from `/`, or `?…` for a view of the same page. */
	readonly to: string;
	/** Leaves the page scrolled as it is. */
	readonly preventScrollReset?: boolean;
};

/**
 * A link within the product. The router's own link works out where it leads from where it stands, at every rendering; ours
 * always name the whole way, and a page has up to two hundred of them.
 */
export function Link({ to, preventScrollReset, ...attributes }: LinkProps) {
	// By `data-discover` the router finds the links of a page, to know beforehand where they lead; so do we.
	return <a href={to} data-discover="true" data-stay={preventScrollReset || undefined} {...attributes} />;
}

/** Follows links of ours inside the page, as the router does with its own. Without script the browser follows them. */
export function FollowLinks() {
	const navigate = useNavigate();
	useEffect(() => {
		function follow(event: MouseEvent) {
			const isPlain = event.button === 0 && !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);
			const link = event.target instanceof Element ? event.target.closest("a[data-discover]") : null;
			if (event.defaultPrevented || !isPlain || !(link instanceof HTMLAnchorElement) || link.target) return;
			if (link.origin !== location.origin) return;
			event.preventDefault();
			void navigate(link.pathname + link.search + link.hash, {
				replace: link.href === location.href,
				preventScrollReset: link.dataset.stay !== undefined,
			});
		}
		document.addEventListener("click", follow);
		return () => document.removeEventListener("click", follow);
	}, [navigate]);
	return null;
}
