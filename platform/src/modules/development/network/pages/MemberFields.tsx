import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { anchorings, memberStandings } from "../codes.ts";
import { networkText } from "../text.ts";
import { memberText } from "./member.text.ts";

/** What is asked about a member. Who it is, is the keeper's to say; the rest the member's too. */
export function MemberFields({
	organisations,
	keeps,
	today,
}: {
	readonly organisations: readonly Choice[];
	readonly keeps: boolean;
	readonly today: string;
}) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { hints, groups } = text;
	return (
		<>
			{keeps && (
				<Section title={groups.who}>
					<Field name="partyId" kind="lookup" choices={organisations} width="full" required="sometimes" />
					<Field name="name" maxLength={160} autoComplete="off" width="full" hint={hints.name} required="sometimes" />
					<Field
						name="standing"
						kind="radio"
						required
						choices={memberStandings.map((one) => ({ value: one, label: words.standings[one] }))}
					/>
					<Field name="invitedOn" kind="date" />
				</Section>
			)}
			<Section title={groups.decided}>
				<Field name="joinedOn" kind="date" max={today} hint={hints.joinedOn} />
				<Field name="adoptedBy" maxLength={200} autoComplete="off" width="full" />
				<Field name="adoptedOn" kind="date" max={today} />
				<Field
					name="anchored"
					kind="select"
					none={text.notSaid}
					hint={hints.anchored}
					choices={anchorings.map((one) => ({ value: one, label: words.anchorings[one] }))}
				/>
			</Section>
			<Section title={groups.contact}>
				<Field name="contactName" maxLength={200} autoComplete="off" />
				<Field name="contactRole" maxLength={120} autoComplete="off" />
				<Field name="contactEmail" kind="email" autoComplete="off" />
			</Section>
			<Section title={groups.pledge} lead={hints.pledge}>
				<Field name="pledgedHours" kind="number" whole hint={hints.pledgedHours} required="sometimes" />
				<Field name="pledgedShare" kind="number" whole unit="%" required="sometimes" />
				<Field name="pledgedKroner" kind="number" whole unit="kr" required="sometimes" />
				<Field name="pledgedOn" kind="date" max={today} required="sometimes" />
				<Field name="pledgedWhere" maxLength={200} autoComplete="off" width="full" required="sometimes" />
			</Section>
		</>
	);
}
