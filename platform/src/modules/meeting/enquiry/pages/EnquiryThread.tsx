import { formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import type { Asks, Reason, Step } from "../codes.ts";
import { enquiryText } from "../text.ts";
import { enquiryPagesText } from "./enquiry.text.ts";
import "../../pages/meeting.css";

export type ShownStep = {
	readonly id: string;
	readonly at: string;
	readonly what: Step;
	readonly body: string;
	readonly by: string;
};

type Shown = {
	readonly from: string;
	readonly to: string;
	readonly members: string;
	readonly sentBy: string;
	readonly who: string | null;
	readonly reason: Reason | null;
	readonly asks: Asks;
	readonly theme: string | null;
	readonly unitName: string;
	readonly dueOn: string;
	readonly body: string;
};

/** What is asked, of whom and by when, and what has been said and done since, in its order. */
export function EnquiryThread({ shown, steps }: { readonly shown: Shown; readonly steps: readonly ShownStep[] }) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const words = enquiryText[language];
	const { facts } = text;
	return (
		<>
			{shown.reason !== null && (
				<Alert tone="info" title={words.standings.refused}>
					{words.reasons[shown.reason]}
				</Alert>
			)}
			<p className="ds-paragraph pre-line">{shown.body}</p>
			<Facts
				facts={[
					{ label: facts.from, value: shown.from },
					{ label: facts.to, value: shown.to },
					...(shown.members === "" ? [] : [{ label: facts.members, value: shown.members }]),
					{ label: facts.asks, value: words.asks[shown.asks] },
					...(shown.theme === null ? [] : [{ label: facts.theme, value: shown.theme }]),
					...(shown.unitName === "" ? [] : [{ label: facts.unit, value: shown.unitName }]),
					{ label: facts.due, value: formatShortDate(language, shown.dueOn) },
					...(shown.who === null ? [] : [{ label: facts.who, value: shown.who }]),
					...(shown.sentBy === "" ? [] : [{ label: facts.sentBy, value: shown.sentBy }]),
				]}
			/>
			<Section title={text.thread}>
				<Timeline
					events={steps.map(({ id, at, what, body, by }) => ({
						...{ id, at, title: words.steps[what], by: by || text.program },
						children: body && <p className="ds-paragraph pre-line">{body}</p>,
					}))}
				/>
			</Section>
		</>
	);
}
