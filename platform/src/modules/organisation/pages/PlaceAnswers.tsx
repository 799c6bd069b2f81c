import { formatNumber } from "../../../language.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import type { SharedAnswer } from "../contact/group.ts";
import { AnswerCard } from "./AnswerCard.tsx";
import { contactsText } from "./contacts.text.ts";

/** Who answers at the place that was asked about; where none bears that name, at places like it. */
export function PlaceAnswers(props: {
	readonly answers: readonly SharedAnswer[];
	/** So many places are answered for at once. */
	readonly most: number;
}) {
	const language = useLanguage();
	const text = contactsText[language];
	const { answers, most } = props;
	if (answers.length === 0) return <EmptyState title={text.noPlaceTitle}>{text.noPlaceBody}</EmptyState>;
	const places = answers.flatMap((answer) => answer.places);
	const count = formatNumber(language, places.length);
	const exact = places.some((place) => place.exact);
	const lead = places.length >= most ? text.first(count) : undefined;
	return (
		<Section title={exact ? text.answers : text.maybe} lead={exact ? lead : (lead ?? text.maybeLead)}>
			{answers.map(({ places, answer }) => (
				<AnswerCard key={places[0].unit?.id ?? places[0].organisationId} places={places} answer={answer} />
			))}
		</Section>
	);
}
