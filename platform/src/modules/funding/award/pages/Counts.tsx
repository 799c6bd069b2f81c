import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { fundingText } from "../../text.ts";
import { awardPageText } from "./award.text.ts";
import "../../funding.css";

type CountsProps = {
	readonly measures: readonly { readonly id: string; readonly name: string }[];
	readonly counts: readonly {
		readonly id: string;
		readonly measure: string;
		readonly onDay: string;
		readonly counted: number;
		readonly note: string;
	}[];
	readonly today: string;
	readonly refused: RefusedForm | undefined;
};

/** What the call asks to be counted: noted when it happens, added up by the report. */
export function Counts({ measures, counts, today, refused }: CountsProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const { countFields } = text;
	const names = new Map(measures.map(({ id, name }) => [id, name]));
	return (
		<Section title={text.counts} lead={text.countsLead} id="counts">
			{counts.length > 0 && (
				<Table
					caption={text.counts}
					hideCaption
					rows={[
						...counts.map((one) => ({ ...one, day: formatShortDate(language, one.onDay) })),
						...measures.map(({ id }) => ({
							...{ id: `all ${id}`, measure: id, day: text.all, note: "" },
							counted: counts.reduce((sum, one) => (one.measure === id ? sum + one.counted : sum), 0),
						})),
					]}
					rowKey={({ id }) => id}
					columns={[
						{ key: "what", label: countFields.measure, cell: ({ measure }) => names.get(measure) ?? measure },
						{ key: "day", label: countFields.onDay, cell: ({ day }) => day },
						{
							key: "counted",
							label: countFields.counted,
							numeric: true,
							cell: ({ counted }) => formatNumber(language, counted),
						},
						{ key: "note", label: countFields.note, cell: ({ note }) => note },
					]}
				/>
			)}
			<TaskForm
				className="call-row"
				refused={refused}
				labels={countFields}
				values={{ onDay: today, measure: measures[0]?.id ?? "" }}
				say={saying(language, fundingText[language].refusals)}
				prefix="count-"
			>
				<input type="hidden" name="deed" value="count" />
				<Field
					name="measure"
					kind="select"
					required
					choices={measures.map(({ id, name }) => ({ value: id, label: name }))}
				/>
				<Field name="onDay" kind="date" required max={today} />
				<Field name="counted" kind="number" whole required />
				<Field name="note" maxLength={500} autoComplete="off" />
				<SubmitButton variant="secondary">{text.count}</SubmitButton>
			</TaskForm>
		</Section>
	);
}
