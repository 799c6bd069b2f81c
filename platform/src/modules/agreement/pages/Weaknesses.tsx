import { formatNumber } from "../../../language.ts";
import { Details } from "../../../ui/Details.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import type { Weakness } from "../rules.ts";
import { inOneSentence } from "../words.ts";
import { weaknessText } from "./weakness.text.ts";

export type Lacking = {
	/** What is vague: a theme, a party, a promise, or the agreement. */
	readonly name: string;
	readonly href: string | null;
	readonly kinds: readonly Weakness["kind"][];
};

/** What could be clearer, as a quiet checklist: one line for each part, with the way there. */
export function Weaknesses({ lacking, open }: { readonly lacking: readonly Lacking[]; readonly open: boolean }) {
	const language = useLanguage();
	const text = weaknessText[language];
	if (lacking.length === 0) return null;
	return (
		<Details summary={text.weaknesses(formatNumber(language, lacking.length))} open={open}>
			<p className="ds-paragraph quiet">{text.weaknessLead}</p>
			<ul className="ds-list">
				{lacking.map(({ name, href, kinds }) => {
					const line = text.lacks(
						name,
						inOneSentence(
							language,
							kinds.map((kind) => text.weakness[kind]),
						),
					);
					return (
						<li key={`${name} ${kinds.join(" ")}`}>
							{href === null ? (
								line
							) : (
								<Link className="ds-link" to={href}>
									{line}
								</Link>
							)}
						</li>
					);
				})}
			</ul>
		</Details>
	);
}
