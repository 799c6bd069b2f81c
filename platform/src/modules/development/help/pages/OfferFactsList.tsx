import { formatShortDate } from "../../../../language.ts";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Offer } from "../contract.ts";
import { offerStateOf } from "../rules.ts";
import { helpText } from "../text.ts";
import { helpPageText } from "./help.text.ts";
import { OfferStands } from "./OfferStands.tsx";

/** What was offered or asked for, what was answered, and what came of it. */
export function OfferFactsList({ offer }: { readonly offer: Offer }) {
	const language = useLanguage();
	const [text, words] = [helpPageText[language], helpText[language]];
	const { columns, fields } = text;
	const day = (value: string) => formatShortDate(language, value);
	const lines = (value: string) => value && <span className="pre-line">{value}</span>;
	const state = offerStateOf(offer);
	return (
		<Facts
			facts={[
				{
					...{ label: columns.state, value: <OfferStands state={state} /> },
					source: state === "offered" && offer.answerBy !== null && text.waitingFor(day(offer.answerBy)),
				},
				{
					...{ label: text.why[offer.begun], value: lines(offer.because) },
					source: text.by(offer.saidBy, day(offer.saidOn)),
				},
				...(offer.answer === null || offer.answeredOn === null
					? []
					: [
							{
								label: columns.answer,
								value:
									offer.answerWords === ""
										? words.answers[offer.answer]
										: `${words.answers[offer.answer]}: ${offer.answerWords}`,
								source: text.by(offer.answeredBy, day(offer.answeredOn)),
							},
						]),
				...(offer.localName === ""
					? []
					: [{ label: columns.local, value: `${offer.localName}, ${offer.localRole}`, source: offer.localEmail }]),
				...(offer.beganOn === null
					? []
					: [{ label: text.beganOn, value: day(offer.beganOn), source: offer.beganBecause }]),
				...(offer.endedOn === null
					? []
					: [{ label: fields.result, value: lines(offer.result), source: `${text.endedOn} ${day(offer.endedOn)}` }]),
			]}
		/>
	);
}
