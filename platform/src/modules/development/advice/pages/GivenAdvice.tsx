import { formatShortDate } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Advice } from "../contract.ts";
import { adviceText } from "../text.ts";

/** What whoever keeps the programme has said of a project. */
export function GivenAdvice({
	advice,
	isOurs = false,
}: {
	readonly advice: readonly Advice[];
	/** Shown to those whose project it is. */
	readonly isOurs?: boolean;
}) {
	const language = useLanguage();
	const text = adviceText[language];
	if (advice.length === 0) return null;
	return (
		<Section title={text.toProject.title} {...(isOurs ? { lead: text.toProject.yours } : {})}>
			{advice.map((one) => (
				<Facts
					key={`${one.onDay} ${one.givenBy}`}
					facts={[
						{ label: text.columns.purpose, value: text.purposes[one.purpose] },
						{ label: text.columns.goals, value: text.goals[one.goals] },
						...(one.words === ""
							? []
							: [{ label: text.columns.words, value: <span className="pre-line">{one.words}</span> }]),
						{ label: text.columns.on, value: text.toProject.by(one.givenBy, formatShortDate(language, one.onDay)) },
					]}
				/>
			))}
		</Section>
	);
}
