import { formatNumber, formatShortDate, type Language } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Study } from "../contract.ts";
import { studyText } from "../text.ts";
import { studyPageText } from "./study.text.ts";

type Known = Pick<
	Study,
	| "title"
	| "provider"
	| "firstDay"
	| "lastDay"
	| "leave"
	| "leaveShare"
	| "leaveFrom"
	| "leaveUntil"
	| "substitute"
	| "substituteShare"
	| "substituteCost"
>;

/** What is known of a study, for those who keep it and for the one who takes it. */
export function StudyFacts(props: {
	readonly study: Known;
	readonly entry: string;
	/** The unit, or the employer, under its own label. */
	readonly place: { readonly label: string; readonly value: string };
	readonly measure?: string | null;
}) {
	const language = useLanguage();
	const [text, words] = [studyPageText[language], studyText[language]];
	const { study, entry, place, measure } = props;
	const day = (one: string | null) => (one === null ? null : formatShortDate(language, one));
	return (
		<Facts
			facts={[
				place,
				{ label: text.fields.entryId, value: entry },
				{ label: text.fields.provider, value: study.provider },
				{ label: text.fields.firstDay, value: day(study.firstDay) },
				{ label: text.fields.lastDay, value: day(study.lastDay) },
				{ label: text.fields.leave, value: words.leave[study.leave], source: leaveOf(language, study) },
				{
					...{ label: text.fields.substitute, value: words.substitute[study.substitute] },
					source: substituteOf(language, study),
				},
				...(measure ? [{ label: text.measure, value: measure }] : []),
			]}
		/>
	);
}

function leaveOf(language: Language, { leaveShare, leaveFrom, leaveUntil }: Known): string {
	const day = (one: string | null) => (one === null ? "" : formatShortDate(language, one));
	const span = leaveFrom === null && leaveUntil === null ? "" : `${day(leaveFrom)}–${day(leaveUntil)}`;
	const share = leaveShare === null ? "" : studyPageText[language].share(formatNumber(language, leaveShare));
	return [share, span].filter((one) => one !== "").join(", ");
}

function substituteOf(language: Language, { substituteShare, substituteCost }: Known): string {
	const text = studyPageText[language];
	const share = substituteShare === null ? "" : text.share(formatNumber(language, substituteShare));
	const cost = substituteCost === null ? "" : `${formatNumber(language, substituteCost)}\u00a0${text.unit}`;
	return [share, cost].filter((one) => one !== "").join(", ");
}
