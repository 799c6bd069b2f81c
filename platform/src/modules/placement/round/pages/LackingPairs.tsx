import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { agreementText } from "../../../agreement/text.ts";
import type { LackingNamed, NamedLacking } from "../lacking.server.ts";
import { lackingText } from "./lacking.text.ts";

/** Between whom an agreement is lacking, why it does not hold, and the way to draw one up. */
export function LackingPairs({
	lacking,
	counts,
}: {
	readonly lacking: LackingNamed;
	/** What there are so many of at each pair. */
	readonly counts: "places" | "students";
}) {
	const language = useLanguage();
	const text = lackingText[language];
	if (lacking.pairs.length === 0) return null;
	return (
		<Details summary={text.who}>
			<ul className="ds-list">
				{lacking.pairs.map((pair) => (
					<li key={pair.key}>
						{text.between(pair.host, pair.institution)}, {text[counts](formatNumber(language, pair.places))}.{" "}
						<Reason near={pair.near} />
						{pair.draft !== null && (
							<>
								{" "}
								<Link className="ds-link" to={pair.draft}>
									{text.draft}
									<span className="visually-hidden">: {text.between(pair.host, pair.institution)}</span>
								</Link>
							</>
						)}
					</li>
				))}
			</ul>
			{lacking.morePairs > 0 && <p className="ds-paragraph">{text.more(formatNumber(language, lacking.morePairs))}</p>}
		</Details>
	);
}

function Reason({ near }: Pick<NamedLacking, "near">) {
	const language = useLanguage();
	const text = lackingText[language];
	if (near === null) return `${text.none}.`;
	const { standing, firstDay, lastDay } = near;
	const day = (one: string) => formatShortDate(language, one);
	const words = agreementText[language].standings;
	const said =
		standing === "not-begun" && firstDay !== null
			? [words[standing], text.from(day(firstDay))]
			: lastDay === null
				? [words[standing]]
				: standing === "in-force" || standing === "to-renew"
					? [words["in-force"], text.until(day(lastDay))]
					: standing === "run-out" || standing === "ended"
						? [words[standing], day(lastDay)]
						: [words[standing]];
	return (
		<>
			<Link className="ds-link" to={`/agreements/${near.agreementId}`}>
				{near.title}
			</Link>
			: {said.join(" ").toLocaleLowerCase(language)}.
		</>
	);
}
