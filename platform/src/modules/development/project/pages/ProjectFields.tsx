import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { breadths, deciders, novelties } from "../codes.ts";
import { projectText } from "../text.ts";
import { projectPageText } from "./project.text.ts";

/** What is asked about a project: why first, then what it touches, who, when and what comes after. */
export function ProjectFields({
	units,
	places = [],
}: {
	readonly units: readonly Choice[];
	/** Programmes it can be part of. */
	readonly places?: readonly Choice[];
}) {
	const language = useLanguage();
	const [text, words] = [projectPageText[language], projectText[language]];
	const { hints, groups } = text;
	return (
		<>
			<Section title={groups.why}>
				<Field name="title" maxLength={200} autoComplete="off" required />
				{places.length > 0 && (
					<Field name="admissionId" kind="select" choices={places} none={text.noProgramme} hint={hints.admissionId} />
				)}
				<Field name="need" kind="textarea" rows={4} maxLength={4000} width="full" hint={hints.need} required />
				<Field name="purpose" kind="textarea" rows={3} maxLength={2000} width="full" hint={hints.purpose} required />
				<Field name="noticed" kind="textarea" rows={3} maxLength={2000} width="full" hint={hints.noticed} required />
				<Field name="anchoredIn" maxLength={300} autoComplete="off" width="full" hint={hints.anchoredIn} required />
				<Field
					name="novelty"
					kind="radio"
					required
					choices={novelties.map((one) => ({ value: one, label: words.novelties[one] }))}
				/>
				<Field name="buildsOn" maxLength={1000} width="full" required="sometimes" hint={hints.buildsOn} />
			</Section>
			<Section title={groups.what}>
				<Field name="unitId" kind="select" choices={units} none={text.noUnit} />
				<Field
					name="breadth"
					kind="radio"
					required
					hint={hints.breadth}
					choices={breadths.map((one) => ({ value: one, label: words.breadths[one] }))}
				/>
				<Field name="changesWork" kind="checkbox" hint={hints.changesWork} />
				<Field
					name="decidedBy"
					kind="select"
					required="sometimes"
					none={text.notDecided}
					choices={deciders.map((one) => ({ value: one, label: words.deciders[one] }))}
				/>
				<Field name="decidedOn" kind="date" required="sometimes" />
				<Field name="decision" maxLength={100} autoComplete="off" />
			</Section>
			<Section title={groups.who}>
				<Field name="leaderName" maxLength={200} autoComplete="off" required />
				<Field name="leaderEmail" kind="email" autoComplete="off" />
				<Field name="leaderShare" kind="number" whole unit="%" hint={hints.leaderShare} />
				<Field name="deputyName" maxLength={200} autoComplete="off" />
				<Field name="deputyEmail" kind="email" autoComplete="off" />
				<Field name="ownerName" maxLength={200} autoComplete="off" hint={hints.ownerName} required />
				<Field name="ownerEmail" kind="email" autoComplete="off" />
			</Section>
			<Section title={groups.when}>
				<Field name="firstDay" kind="date" required />
				<Field name="lastDay" kind="date" required />
				<Field name="statusDays" kind="number" whole unit={text.days} required />
				<Field name="hours" kind="number" whole />
				<Field name="kroner" kind="number" whole unit={text.kronerUnit} />
			</Section>
			<Section title={groups.after}>
				<Field name="followUp" kind="textarea" rows={3} maxLength={2000} width="full" />
				<Field name="spread" kind="textarea" rows={3} maxLength={2000} width="full" />
			</Section>
		</>
	);
}
