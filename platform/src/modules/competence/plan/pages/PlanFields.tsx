import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { planText } from "../text.ts";
import { planPageText } from "./plan.text.ts";

/** What is asked about a plan. */
export function PlanFields({ sectors }: { readonly sectors: readonly Choice[] }) {
	const language = useLanguage();
	const { hints, months } = planPageText[language];
	return (
		<>
			<Field name="title" maxLength={200} autoComplete="off" required />
			<Field name="sector" kind="select" required="sometimes" choices={sectors} none={planText[language].whole} />
			<Field name="firstDay" kind="date" required />
			<Field name="lastDay" kind="date" required />
			<Field name="introduction" kind="textarea" rows={8} maxLength={8000} width="full" hint={hints.introduction} />
			<Field name="reviewMonths" kind="number" whole unit={months} required />
			<Field name="ownerName" maxLength={200} autoComplete="off" required />
			<Field name="ownerEmail" kind="email" autoComplete="off" />
			<Field name="deputyName" maxLength={200} autoComplete="off" />
			<Field name="deputyEmail" kind="email" autoComplete="off" />
		</>
	);
}
