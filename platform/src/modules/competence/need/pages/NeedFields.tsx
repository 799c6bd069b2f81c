import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { bases } from "../../codes.ts";
import { needText } from "../text.ts";

/** What is asked about a need: how much, or from how many served; and why. */
export function NeedFields({
	units,
	entries,
}: {
	readonly units: readonly Choice[];
	readonly entries: readonly Choice[];
}) {
	const { hints, bases: words, choose } = needText[useLanguage()];
	return (
		<>
			<Field name="unitId" kind="select" required choices={units} none={choose} />
			<Field name="entryId" kind="select" required choices={entries} none={choose} />
			<Field name="basis" kind="select" required choices={bases.map((one) => ({ value: one, label: words[one] }))} />
			<Field name="positions" kind="number" required="sometimes" hint={hints.positions} />
			<Field name="users" kind="number" whole hint={hints.users} />
			<Field name="usersEach" kind="number" />
			<Field name="growth" kind="number" whole unit="%" hint={hints.growth} />
			<Field name="fromDay" kind="date" hint={hints.fromDay} />
			<Field name="reason" kind="textarea" rows={3} required maxLength={1000} width="full" hint={hints.reason} />
		</>
	);
}
