import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

export type Fact = {
	readonly label: string;
	/** Nothing (null, undefined, an empty text) is shown as missing, never left out silently and never as zero. */
	readonly value: ReactNode;
	/** Where it comes from and when: shown small beneath. */
	readonly source?: ReactNode;
};

/** What is known about one thing: names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
	const text = uiText[useLanguage()];
	return (
		<dl className="facts">
			{facts.map((fact) => (
				<div key={fact.label}>
					<dt>{fact.label}</dt>
					<dd>
						{isMissing(fact.value) ? <span className="quiet">{text.missing}</span> : fact.value}
						{fact.source && <span className="facts-source">{fact.source}</span>}
					</dd>
				</div>
			))}
		</dl>
	);
}

function isMissing(value: ReactNode): boolean {
	return value === null || value === undefined || value === "" || value === false;
}
