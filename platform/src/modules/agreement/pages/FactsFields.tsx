import type { Choice } from "../../../ui/ChoiceField.tsx";
import { DateRange } from "../../../ui/DateRange.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { agreementKinds, legalForms, levels } from "../codes.ts";
import { agreementText } from "../text.ts";
import { writeText } from "./write.text.ts";

/** What kind of agreement it is, between whom by level, and what it is called. */
export function KindFields({ sectors }: { readonly sectors: readonly Choice[] }) {
	const language = useLanguage();
	const words = agreementText[language];
	const text = writeText[language];
	const { fields, hints } = text;
	return (
		<>
			<Field
				name="kind"
				label={fields.kind}
				kind="select"
				required
				choices={agreementKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
			/>
			<div className="legal-form">
				<Field
					name="legalForm"
					label={fields.legalForm}
					kind="select"
					hint={hints.legalForm}
					choices={legalForms.map((one) => ({ value: one, label: words.legalForms[one] }))}
				/>
			</div>
			<Field
				name="level"
				label={fields.level}
				kind="select"
				required
				choices={levels.map((one) => ({ value: one, label: words.levels[one] }))}
			/>
			<Field
				name="sector"
				label={fields.sector}
				kind="select"
				none={text.severalSectors}
				hint={hints.sector}
				choices={sectors}
			/>
			<Field
				name="title"
				label={fields.title}
				required
				maxLength={200}
				autoComplete="off"
				width="full"
				hint={hints.title}
			/>
			<Field name="purpose" label={fields.purpose} kind="textarea" maxLength={4000} hint={hints.purpose} />
		</>
	);
}

/** When it holds, how it can be given up, and what it lies under. */
export function DaysFields({ parents }: { readonly parents: readonly Choice[] }) {
	const language = useLanguage();
	const text = writeText[language];
	const { fields, hints } = text;
	return (
		<>
			<DateRange
				legend={text.days}
				from={{ name: "firstDay", label: fields.firstDay }}
				to={{ name: "lastDay", label: fields.lastDay, hint: hints.lastDay }}
			/>
			<div className="field-pair">
				<Field name="noticeMonths" label={fields.noticeMonths} kind="number" whole unit={text.months} />
				<Field
					name="renewalMonths"
					label={fields.renewalMonths}
					kind="number"
					whole
					unit={text.monthsBefore}
					required
				/>
			</div>
			{parents.length > 0 && (
				<Field name="parentId" label={fields.parentId} kind="select" none={text.noParent} choices={parents} />
			)}
		</>
	);
}
