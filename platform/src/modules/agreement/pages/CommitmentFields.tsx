import { DateRange } from "../../../ui/DateRange.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { professions } from "../../organisation/codes.ts";
import { professionName } from "../../organisation/text.ts";
import { measures, periods } from "../codes.ts";
import { agreementText } from "../text.ts";
import { commitmentText } from "./commitment.text.ts";
import { writeText } from "./write.text.ts";

const years = [1, 2, 3, 4, 5, 6, 7];

/** A promise: who, what, how many, for whom and when. */
export function CommitmentFields(props: {
	readonly themes: readonly { readonly value: string; readonly label: string }[];
	readonly parties: readonly { readonly value: string; readonly label: string }[];
	/** Units of the parties: suggested, and other words are taken as they are. */
	readonly units: readonly { readonly value: string; readonly label: string }[];
}) {
	const language = useLanguage();
	const words = agreementText[language];
	const text = writeText[language];
	const commitmentWords = commitmentText[language];
	const { fields, hints } = text;
	return (
		<>
			<Field name="themeId" label={fields.theme} kind="select" required choices={props.themes} />
			<Field name="partyId" label={fields.partyId} kind="select" required choices={props.parties} />
			<Field name="what" label={fields.what} required maxLength={400} autoComplete="off" width="full" />
			<div className="field-pair">
				<Field name="amount" label={fields.amount} kind="number" whole hint={hints.amount} />
				<Field
					name="measure"
					label={fields.measure}
					hint={hints.measure}
					kind="select"
					required
					choices={measures.map((one) => ({ value: one, label: words.measures[one] }))}
				/>
			</div>
			<Field
				name="per"
				label={fields.per}
				kind="radio"
				required
				choices={periods.map((one) => ({ value: one, label: words.per[one] }))}
			/>
			<div className="field-pair">
				<Field
					name="profession"
					label={fields.profession}
					kind="select"
					none={commitmentWords.anyProfession}
					choices={professions.map((one) => ({ value: one, label: professionName(language, one) }))}
				/>
				<Field
					name="yearOfStudy"
					label={fields.yearOfStudy}
					kind="select"
					none={commitmentWords.anyProfession}
					choices={years.map((year) => ({ value: String(year), label: String(year) }))}
				/>
			</div>
			<Field
				name="unitName"
				kind="lookup"
				label={fields.unitName}
				choices={props.units}
				width="full"
				hint={hints.unitName}
			/>
			<DateRange
				legend={text.days}
				from={{ name: "firstDay", label: fields.firstDay, hint: hints.commitmentDays }}
				to={{ name: "lastDay", label: fields.lastDay }}
			/>
		</>
	);
}
