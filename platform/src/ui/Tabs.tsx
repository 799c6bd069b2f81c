import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { formatNumber } from "../language.ts";
import { current } from "./here.ts";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";

export type Tab = {
	/** `/x/people`, or `?view=people` for a view of the same page. */
	readonly to: string;
	readonly label: string;
	readonly count?: number;
	/** Also the one being shown on every page below its address. */
	readonly withBelow?: boolean;
};

/** Views of one thing, each with its own address. Links, not script: the address is the state. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
	const language = useLanguage();
	const place = useLocation();
	const here =
		current(
			place,
			tabs.map((tab) => tab.to),
		) ?? tabs.find((tab) => tab.withBelow && place.pathname.startsWith(`${tab.to}/`))?.to;
	const row = useRef<HTMLElement>(null);
	// On a narrow screen the row is wider than the page: the tab one is on is brought into it, and the page stays still.
	// biome-ignore lint/correctness/useExhaustiveDependencies: `here` is what moves the mark
	useEffect(() => {
		const tab = row.current?.querySelector("[aria-current]");
		if (!row.current || !tab) return;
		const [shown, wanted] = [row.current.getBoundingClientRect(), tab.getBoundingClientRect()];
		row.current.scrollLeft += (wanted.left + wanted.right - shown.left - shown.right) / 2;
	}, [here]);
	return (
		<nav ref={row} className="tabs" aria-label={label}>
			<ul>
				{tabs.map((tab) => (
					<li key={tab.to}>
						<Link to={tab.to} preventScrollReset aria-current={tab.to === here ? "page" : undefined}>
							{tab.label}
							{tab.count !== undefined && <span className="tabs-count"> {formatNumber(language, tab.count)}</span>}
						</Link>
					</li>
				))}
			</ul>
		</nav>
	);
}
