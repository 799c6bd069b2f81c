import { Link, useLocation } from "react-router";
import { formatNumber } from "../language.ts";
import { current } from "./here.ts";
import { useLanguage } from "./language.tsx";

export type Tab = {
	/** `/x/people`, or `?view=people` for a view of the same page. */
	readonly to: string;
	readonly label: string;
	readonly count?: number;
};

/** Views of one thing, each with its own address. Links, not script: the address is the state. */
export function Tabs({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) {
	const language = useLanguage();
	const here = current(
		useLocation(),
		tabs.map((tab) => tab.to),
	);
	return (
		<nav className="tabs" aria-label={label}>
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
