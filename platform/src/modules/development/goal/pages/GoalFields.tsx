import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { goalKinds } from "../codes.ts";
import { goalText } from "../text.ts";
import { goalPageText } from "./goal.text.ts";

/** What is asked about a goal; what has been measured is locked. */
export function GoalFields({ today }: { readonly today: string }) {
	const language = useLanguage();
	const { hints } = goalPageText[language];
	return (
		<>
			<Field name="wording" kind="textarea" rows={2} maxLength={500} width="full" hint={hints.wording} required />
			<Field
				name="kind"
				kind="radio"
				required
				choices={goalKinds.map((one) => ({ value: one, label: goalText[language].kinds[one] }))}
			/>
			<Field name="indicator" maxLength={300} autoComplete="off" width="full" hint={hints.indicator} />
			<Field name="definition" kind="textarea" rows={2} maxLength={1000} width="full" hint={hints.definition} />
			<Field name="measuredIn" maxLength={60} autoComplete="off" hint={hints.measuredIn} />
			<Field name="baseline" kind="number" hint={hints.baseline} />
			<Field name="baselineOn" kind="date" max={today} required="sometimes" />
			<Field name="baselineSource" maxLength={200} autoComplete="off" required="sometimes" />
			<Field name="target" kind="number" hint={hints.noTarget} />
			<Field name="dueOn" kind="date" />
		</>
	);
}
