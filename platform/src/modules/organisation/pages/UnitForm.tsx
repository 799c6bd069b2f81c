import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import type { Names, Vocabulary } from "../contract.ts";
import type { Unit } from "../unit/contract.ts";
import { unitText } from "../unit/text.ts";
import { unitsText } from "./units.text.ts";

/** The fields in the order they stand. */
export const unitFields = [
	...[
		"name",
		"parentId",
		"setting",
		"sector",
		"since",
		"correction",
		"address",
		"postcode",
		"place",
		"email",
		"phone",
		"code",
	],
	...["validFrom", "municipalityNumber", "latitude", "longitude", "published"],
];

/** What one can say of a unit, for a new one (`unit` left out) and one that exists. */
export function UnitForm(props: {
	readonly vocabulary: Pick<Vocabulary, "settings" | "sectors">;
	readonly unit?: Unit;
	readonly parents?: readonly { readonly value: string; readonly label: string }[];
	readonly parentId?: string | null;
	/** Whether place and municipality can follow the postcode. */
	readonly hasPostcodes: boolean;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = unitsText[language];
	const { vocabulary, unit } = props;
	const named = (one: { code: string; name: Names }) => ({ value: one.code, label: one.name[language] });
	const sectorName = (code: string) =>
		vocabulary.sectors.find((sector) => sector.code === code)?.name[language] ?? code;
	// A sector that is the setting's own is not shown as chosen: it follows when the setting is changed.
	const implied = vocabulary.settings.find((setting) => setting.code === unit?.setting)?.sector;
	return (
		<TaskForm
			refused={props.refused}
			values={
				unit
					? { ...unit, sector: unit.sector === implied ? "" : unit.sector }
					: { published: true, parentId: props.parentId ?? "" }
			}
			labels={text.fields}
			say={saying(language, unitText[language].refusals)}
		>
			{unit && <input type="hidden" name="version" value={unit.version} />}
			<Field name="name" required maxLength={200} autoComplete="off" width="full" />
			{props.parents && <Field name="parentId" kind="select" choices={props.parents} none={text.top} />}
			<Field
				name="setting"
				kind="select"
				required="sometimes"
				hint={text.hints.setting}
				none={text.noSetting}
				choices={vocabulary.settings.map((setting) => ({ ...named(setting), group: sectorName(setting.sector) }))}
			/>
			<Field
				name="sector"
				kind="select"
				required="sometimes"
				choices={vocabulary.sectors.map(named)}
				hint={text.hints.sector}
				none={text.sectorOfSetting}
			/>
			{unit && (
				<>
					<Field name="since" kind="date" hint={text.hints.since} />
					<Field name="correction" kind="checkbox" hint={text.hints.correction} />
				</>
			)}
			<Field name="address" maxLength={200} autoComplete="off" width="full" />
			<div className="field-row">
				<Field name="postcode" width="narrow" maxLength={4} autoComplete="off" />
				<Field name="place" maxLength={100} autoComplete="off" />
			</div>
			<p className="quiet field-note">{props.hasPostcodes ? text.hints.place : text.hints.noPostcodes}</p>
			<Field name="email" kind="email" autoComplete="off" width="full" />
			<Field name="phone" kind="tel" autoComplete="off" />
			<Field name="code" maxLength={60} autoComplete="off" hint={text.hints.code} />
			{!unit && <Field name="validFrom" kind="date" hint={text.hints.validFrom} />}
			<details className="ds-details">
				<summary>{text.position}</summary>
				<div className="stack" data-gap="small">
					<Field name="municipalityNumber" width="narrow" maxLength={4} autoComplete="off" />
					<Field name="latitude" kind="number" {...(props.hasPostcodes ? { hint: text.hints.latitude } : {})} />
					<Field name="longitude" kind="number" />
				</div>
			</details>
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{unit ? text.save : text.create}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
