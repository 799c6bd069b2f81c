import { formatNumber } from "../../../language.ts";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Card, Section } from "../../../ui/Section.tsx";
import type { SharedAnswer } from "../contact/group.ts";
import type { Place } from "../contact/places.server.ts";
import { AnswerCard, PlaceLink } from "./AnswerCard.tsx";
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
	const silent = silentOf(answers);
	const places = answers.flatMap((answer) => answer.places);
	const count = formatNumber(language, places.length);
	const exact = places.some((place) => place.exact);
	const lead = places.length >= most ? text.first(count) : undefined;
	return (
		<Section title={exact ? text.answers : text.maybe} lead={exact ? lead : (lead ?? text.maybeLead)}>
			{answers
				.filter((one) => !silent.includes(one))
				.map(({ places, answer }) => (
					<AnswerCard key={keyOf(places[0])} places={places} answer={answer} />
				))}
			{silent.length > 0 && (
				<Card>
					<h3 className="ds-heading" data-size="xs">
						{text.nobodyAt(silent.length)}
					</h3>
					<ul className="ds-list">
						{silent.map(({ places: [place] }) => (
							<li key={keyOf(place)}>
								<PlaceLink place={place} />
							</li>
						))}
					</ul>
				</Card>
			)}
		</Section>
	);
}

/** Places, but the one that fits best, where nobody answers: told of together where they are several. */
function silentOf(answers: readonly SharedAnswer[]): readonly SharedAnswer[] {
	const silent = answers.slice(1).filter(({ answer }) => answer.by === null);
	return silent.length > 1 ? silent : [];
}

function keyOf({ unit, organisationId }: Place): string {
	return unit?.id ?? organisationId;
}
