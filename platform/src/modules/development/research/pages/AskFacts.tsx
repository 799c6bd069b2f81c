import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { ListedAsk } from "../service.server.ts";
import { researchText } from "../text.ts";
import { researchPageText } from "./research.text.ts";

type Shown = Pick<
	ListedAsk,
	| "whyYou"
	| "hours"
	| "data"
	| "access"
	| "answerBy"
	| "askedBy"
	| "askedOn"
	| "answer"
	| "noBecause"
	| "answerWords"
	| "hoursGiven"
	| "answeredBy"
	| "answeredOn"
	| "returnSaid"
	| "returnWords"
>;

/** What one is asked, and what was answered. */
export function AskFacts({ ask, need }: { readonly ask: Shown; readonly need: string | null }) {
	const language = useLanguage();
	const [text, words] = [researchPageText[language], researchText[language]];
	const { fields, says } = text;
	const lines = (value: string) => value && <span className="pre-line">{value}</span>;
	const hours = (value: number | null) => value !== null && text.hours(formatNumber(language, value));
	const day = (value: string) => formatShortDate(language, value);
	return (
		<Facts
			facts={[
				{ label: text.whyYou, value: lines(ask.whyYou), source: `${ask.askedBy}, ${day(ask.askedOn)}` },
				...(need === null ? [] : [{ label: text.theirNeed, value: need }]),
				...(ask.hours === null ? [] : [{ label: says.hours, value: hours(ask.hours) }]),
				...(ask.data === "" ? [] : [{ label: says.data, value: lines(ask.data) }]),
				...(ask.access === "" ? [] : [{ label: says.access, value: lines(ask.access) }]),
				...(ask.answer === null || ask.answeredOn === null
					? [{ label: fields.answerBy, value: day(ask.answerBy) }]
					: [
							{
								label: text.columns.answer,
								value:
									ask.noBecause === null
										? words.answers[ask.answer]
										: `${words.answers[ask.answer]}: ${words.noBecause[ask.noBecause]}`,
								source: `${ask.answeredBy}, ${day(ask.answeredOn)}`,
							},
							...(ask.answerWords === "" ? [] : [{ label: says.answerWords, value: lines(ask.answerWords) }]),
							...(ask.answer === "no" || ask.hours === null
								? []
								: [{ label: says.hoursGiven, value: hours(ask.hoursGiven) }]),
						]),
				...(ask.returnSaid === null
					? []
					: [{ label: text.columns.returned, value: words.returnsSaid[ask.returnSaid], source: ask.returnWords }]),
			]}
		/>
	);
}
