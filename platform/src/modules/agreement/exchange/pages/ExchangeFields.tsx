import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { exchangeKinds } from "../../codes.ts";
import { agreementText } from "../../text.ts";
import { exchangeText } from "../text.ts";

/** What is asked about somebody who works across the border. */
export function ExchangeFields({
	parties,
	agreements,
}: {
	readonly parties: readonly Choice[];
	readonly agreements: readonly Choice[];
}) {
	const language = useLanguage();
	const { hints, percent, fields } = exchangeText[language];
	const words = agreementText[language].exchangeKinds;
	return (
		<>
			<Field
				name="kind"
				kind="select"
				required
				choices={exchangeKinds.map((one) => ({ value: one, label: words[one] }))}
			/>
			<Field name="title" required maxLength={200} width="full" hint={hints.title} />
			<Field name="personName" maxLength={200} hint={hints.personName} autoComplete="off" />
			<Field name="homeId" kind="lookup" choices={parties} required width="full" />
			<Field name="homeShare" kind="number" whole unit={percent} />
			<Field name="guestId" kind="lookup" choices={parties} required width="full" />
			<Field name="guestShare" kind="number" whole unit={percent} />
			<Field name="financing" kind="textarea" rows={2} maxLength={1000} width="full" />
			<Field name="tasks" kind="textarea" maxLength={4000} width="full" />
			<Field name="lectures" kind="number" whole hint={hints.lectures} />
			<Field name="firstDay" kind="date" required />
			<Field name="lastDay" kind="date" hint={hints.lastDay} label={fields.lastDay} />
			<Field name="agreementId" kind="select" choices={agreements} width="full" />
		</>
	);
}
