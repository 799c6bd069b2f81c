import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { financings, measureKinds, measureStatuses } from "../codes.ts";
import { measureText } from "../text.ts";
import { measurePageText } from "./measure.text.ts";

/** What is asked about a measure: what, where, how much it closes, what it costs, and who owns it. */
export function MeasureFields(props: {
	readonly plans: readonly Choice[];
	readonly units: readonly Choice[];
	readonly entries: readonly Choice[];
}) {
	const language = useLanguage();
	const { hints, choose, none, positions, people, kroner } = measurePageText[language];
	const words = measureText[language];
	return (
		<>
			<Field name="planId" kind="select" required choices={props.plans} none={choose} />
			<Field
				name="kind"
				kind="select"
				required
				none={choose}
				choices={measureKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
			/>
			<Field name="title" maxLength={200} autoComplete="off" required />
			<Field name="priority" kind="number" whole required hint={hints.priority} />
			<Field name="unitId" kind="select" choices={props.units} none={words.wholeScope} hint={hints.unitId} />
			<Field name="entryId" kind="select" choices={props.entries} none={none} />
			<Field name="closes" kind="number" unit={positions} hint={hints.closes} />
			<Field name="persons" kind="number" whole unit={people} hint={hints.persons} />
			<Field name="cost" kind="number" whole unit={kroner} />
			<Field
				name="financing"
				kind="select"
				required
				choices={financings.map((one) => ({ value: one, label: words.financings[one] }))}
			/>
			<Field name="substitutePositions" kind="number" unit={positions} />
			<Field name="ownerName" maxLength={200} autoComplete="off" required />
			<Field name="ownerEmail" kind="email" autoComplete="off" />
			<Field name="deputyName" maxLength={200} autoComplete="off" hint={hints.deputyName} />
			<Field name="deputyEmail" kind="email" autoComplete="off" />
			<Field name="dueOn" kind="date" />
			<Field
				name="status"
				kind="select"
				required
				choices={measureStatuses.map((one) => ({ value: one, label: words.statuses[one] }))}
			/>
			<Field name="note" kind="textarea" rows={3} maxLength={2000} width="full" hint={hints.note} />
		</>
	);
}
