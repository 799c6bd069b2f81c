import { formatDate, formatNumber, type Language } from "../../../../language.ts";
import { type Fact, Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { wordFor } from "../../../organisation/text.ts";
import type { Placement, PlacementEvent } from "../contract.ts";
import { publishText } from "../text.ts";
import { isTold, wishOf } from "./placement-wish.ts";
import { publishPagesText } from "./publish.text.ts";
import { reconsiderText } from "./reconsider.text.ts";
import { answerText } from "./site-answer.text.ts";

/** What is known of one placement, to whoever sees it. */
export function PlacementFacts({
	placement,
	agreement,
	dueOn = null,
	isOwn = false,
}: {
	readonly placement: Placement;
	/** Null: none holds; undefined: not told to the one who looks. */
	/** When the student who asks for reconsideration is to have an answer. */
	readonly dueOn?: string | null;
	/** Whether it is the student who looks. */
	readonly isOwn?: boolean;
	readonly agreement?: { readonly agreementId: string; readonly title: string } | null | undefined;
}) {
	const language = useLanguage();
	const { facts, noAgreement } = publishPagesText[language];
	const held = agreement && (
		<Link className="ds-link" to={`/agreements/${agreement.agreementId}`}>
			{agreement.title}
		</Link>
	);
	return (
		<Facts
			facts={[
				...factsOf(placement, language, isOwn),
				...reconsideredOf(placement, language, dueOn),
				...(agreement === undefined
					? []
					: [{ label: facts.agreement, value: held ?? <Status tone="warning">{noAgreement}</Status> }]),
			]}
		/>
	);
}

function factsOf(placement: Placement, language: Language, isOwn: boolean): Fact[] {
	const { facts, ...text } = publishPagesText[language];
	const words = publishText[language];
	const answered = (by: string | null, at: Date | null) =>
		[by, at && formatDate(language, at)].filter(Boolean).join(", ");
	return [
		{ label: facts.site, value: placement.siteName },
		{ label: facts.host, value: placement.hostName },
		{ label: facts.course, value: placement.courseName },
		{ label: facts.institution, value: placement.institutionName },
		{
			label: facts.days,
			value: `${formatDate(language, placement.firstDay)} – ${formatDate(language, placement.lastDay)}`,
		},
		...(isTold(placement) && placement.named
			? [
					{ label: facts.wish, value: wishOf(placement, language) },
					{
						label: facts.travel,
						value: placement.minutes === null ? null : text.minutes(formatNumber(language, placement.minutes)),
						source: placement.minutes === null ? "" : text.estimate,
					},
				]
			: []),
		{ label: facts.supervisor, value: placement.supervisorName },
		{
			label: facts.hostAnswer,
			value: placement.hostAnswer === null ? text.notAnswered : words.states[placement.hostAnswer],
			source: [
				[answered(placement.hostAnsweredBy, placement.hostAnsweredAt), placement.hostReason].filter(Boolean).join(": "),
				placement.hostCloses && answerText[language].declinedFor[placement.hostCloses],
			]
				.filter(Boolean)
				.join(". "),
		},
		...(placement.named
			? [
					{
						label: isOwn ? facts.ownAnswer : facts.studentAnswer,
						value:
							placement.studentAnswer === null
								? isOwn
									? text.ownNotAnswered
									: text.notAnswered
								: words.studentAnswers[placement.studentAnswer],
						source: [answered(null, placement.studentAnsweredAt), placement.studentReason].filter(Boolean).join(": "),
					},
				]
			: []),
	];
}

/** What the student who asks for reconsideration was answered, where somebody asks. */
function reconsideredOf(placement: Placement, language: Language, dueOn: string | null): Fact[] {
	if (placement.studentAnswer !== "reconsider") return [];
	const text = reconsiderText[language];
	const { reconsidered, reconsideredBy, reconsideredAt, reconsideredReason } = placement;
	const by = [reconsideredBy, reconsideredAt && formatDate(language, reconsideredAt)].filter(Boolean).join(", ");
	return [
		{
			label: text.fact,
			value: reconsidered === null ? dueOn && text.waits(formatDate(language, dueOn)) : text.answers[reconsidered],
			source: [by, reconsideredReason].filter(Boolean).join(": "),
		},
	];
}

/** What has happened to a placement, the latest first. */
export function PlacementEvents({ events }: { readonly events: readonly PlacementEvent[] }) {
	const language = useLanguage();
	return (
		<Section title={publishPagesText[language].happened}>
			<Timeline
				events={events.map((event) => ({
					id: event.id,
					at: event.at.toISOString(),
					title: wordFor(publishText[language].verbs, event.verb),
					by: event.byName,
					...(event.reason === null ? {} : { children: <p>{event.reason}</p> }),
				}))}
			/>
		</Section>
	);
}
