import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { ServedProgramme } from "../../service.server.ts";
import { goalKinds } from "../codes.ts";
import { goalText } from "../text.ts";
import { goalPageText } from "./goal.text.ts";

/** What is asked about a goal; what has been measured is locked. */
export function GoalFields({ today, served }: { readonly today: string; readonly served: ServedProgramme | null }) {
	const language = useLanguage();
	const { hints, ownMeasure, servesNone, measureOf } = goalPageText[language];
	const measures = served?.measures ?? [];
	const goals = served?.goals ?? [];
	return (
		<>
			<Field name="wording" kind="textarea" rows={2} maxLength={500} width="full" hint={hints.wording} required />
			<Field
				name="kind"
				kind="radio"
				required
				choices={goalKinds.map((one) => ({ value: one, label: goalText[language].kinds[one] }))}
			/>
			{goals.length > 0 && (
				<Field
					name="servesId"
					kind="select"
					width="full"
					none={servesNone}
					hint={hints.servesId}
					choices={goals.map(({ id, wording }) => ({ value: id, label: wording }))}
				/>
			)}
			{measures.length > 0 && (
				<Field
					name="measuredAsId"
					kind="select"
					width="full"
					none={ownMeasure}
					hint={hints.measuredAsId}
					choices={measures.map((one) => ({
						...{ value: one.id, label: measureOf(one.indicator, one.definition, one.measuredIn, one.number) },
						group: goals.find(({ id }) => id === one.goalId)?.wording ?? "",
					}))}
				/>
			)}
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
