import type { Choice } from "../../ui/ChoiceField.tsx";
import { Field } from "../../ui/Field.tsx";
import { useFormState } from "../../ui/form-context.ts";
import { useLanguage } from "../../ui/language.tsx";
import { Status } from "../../ui/Tag.tsx";
import type { FormPart } from "../definition.ts";
import type { Finding } from "../editor/findings.ts";
import { kindsFor } from "../editor/part-kinds.ts";
import { conditionRows, conditionWords } from "../editor/part-words.ts";
import { editorText } from "../editor/text.ts";
import { makeText } from "./editor.text.ts";
import { RuleFields } from "./RuleFields.tsx";
import { NamedRows, WordFields } from "./WordFields.tsx";

type PartFieldsProps = {
	readonly part: FormPart;
	readonly inTable: boolean;
	/** The whole form, for what conditions point at. */
	readonly all: readonly FormPart[];
	readonly conditions: readonly Choice[];
	readonly terms: readonly Choice[];
	readonly findings: readonly Finding[];
};

/** All that can be said of one part, in the order one thinks of it. */
export function PartFields({ part, inTable, all, conditions, terms, findings }: PartFieldsProps) {
	const language = useLanguage();
	const text = makeText[language];
	const { part: words } = text;
	const { kinds, findings: said } = editorText[language];
	const kindChoices = kindsFor(part.kind);
	return (
		<>
			{findings.map(({ code, stops }) => (
				<p key={code} className="part-finding">
					<Status tone={stops ? "danger" : "warning"}>{`${stops ? text.stops : text.odd}:`}</Status> {said[code]}
				</p>
			))}
			<WordFields name="label" legend={words.label} words={part.label} />
			<WordFields name="help" legend={words.help} words={part.help} isLong />
			{part.kind === "repeat" && <WordFields name="each" legend={words.each} words={part.each} />}
			{kindChoices.length > 0 && (
				<Field
					name="kind"
					label={words.kind}
					kind="select"
					required
					value={part.kind}
					choices={kindChoices.map((kind) => ({ value: kind, label: kinds[kind] }))}
				/>
			)}
			{"choices" in part && (
				<NamedRows
					name="choice"
					valueKey="value"
					legend={words.choices}
					hint={words.choicesHint}
					rows={part.choices.map(({ value, label }) => ({ value, label }))}
				/>
			)}
			<Limits part={part} />
			{part.kind === "table" && (
				<NamedRows
					name="row"
					valueKey="id"
					legend={words.rows}
					hint={words.rowsHint}
					rows={(part.rows ?? []).map(({ id, label }) => ({ value: id, label }))}
				/>
			)}
			{part.kind === "group" && (
				<Field
					name="layout"
					label={words.layout}
					kind="select"
					required="sometimes"
					none={words.layouts.none}
					value={part.layout ?? ""}
					choices={[
						{ value: "page", label: words.layouts.page },
						{ value: "box", label: words.layouts.box },
					]}
				/>
			)}
			{part.kind !== "group" && part.kind !== "repeat" && part.kind !== "table" && (
				<Field name="required" label={words.required} kind="checkbox" value={part.required ?? false} />
			)}
			{"rules" in part ||
			part.kind === "number" ||
			part.kind === "money" ||
			part.kind === "date" ||
			part.kind === "table" ? (
				<RuleFields part={part} terms={terms} />
			) : null}
			{!inTable || conditions.length > 0 ? <Visible part={part} all={all} conditions={conditions} /> : null}
		</>
	);
}

function Limits({ part }: { part: FormPart }) {
	const words = makeText[useLanguage()].part;
	const whole = part.kind !== "number" && part.kind !== "money";
	if (part.kind === "text" || part.kind === "longText")
		return <Field name="maximum" label={words.maximumLength} kind="number" whole width="narrow" value={part.maximum} />;
	if (part.kind === "file")
		return <Field name="maximum" label={words.maximumFiles} kind="number" whole width="narrow" value={part.maximum} />;
	if (part.kind === "date")
		return (
			<div className="part-limits">
				<Field name="earliest" label={words.earliest} kind="date" value={part.earliest} />
				<Field name="latest" label={words.latest} kind="date" value={part.latest} />
			</div>
		);
	if (!["number", "money", "several", "table", "repeat"].includes(part.kind)) return null;
	return (
		<fieldset className="part-group">
			<legend>{words.limits}</legend>
			<div className="part-limits">
				<Field
					name="minimum"
					label={words.minimum}
					kind="number"
					whole={whole}
					value={"minimum" in part ? part.minimum : undefined}
				/>
				<Field
					name="maximum"
					label={words.maximum}
					kind="number"
					whole={whole}
					value={"maximum" in part ? part.maximum : undefined}
				/>
			</div>
			{part.kind === "number" && (
				<>
					<Field name="whole" label={words.whole} kind="checkbox" value={part.whole ?? false} />
					<WordFields name="unit" legend={words.unit} words={part.unit} />
				</>
			)}
		</fieldset>
	);
}

/** When it is shown, built by choosing: no one writes a condition. */
function Visible({ part, all, conditions }: Pick<PartFieldsProps, "part" | "all" | "conditions">) {
	const language = useLanguage();
	const words = makeText[language].part;
	const { refused } = useFormState();
	const standing = conditionRows(part.visible);
	const given = refused?.given.condition;
	const chosen =
		given === undefined ? (standing?.rows ?? []) : (typeof given === "string" ? [given] : given).filter(Boolean);
	if (!standing)
		return (
			<p className="ds-paragraph quiet">
				{words.complex(part.visible ? conditionWords(part.visible, all, language) : "")}
			</p>
		);
	if (conditions.length === 0 && chosen.length === 0)
		return (
			<fieldset className="part-group">
				<legend>{words.visible}</legend>
				<p className="ds-paragraph quiet">{words.nothingBefore}</p>
			</fieldset>
		);
	const rows = [...chosen, "", ...(chosen.length === 0 ? [""] : [])];
	const known = new Set(conditions.map(({ value }) => value));
	return (
		<fieldset className="part-group">
			<legend>{words.visible}</legend>
			<Field
				name="visibleMode"
				label={words.visible}
				hideLabel
				kind="select"
				required
				value={standing.mode}
				choices={(["always", "all", "any"] as const).map((mode) => ({ value: mode, label: words.modes[mode] }))}
			/>
			{[...rows.entries()].map(([at, row]) => (
				<div className="ds-field" key={`${at} ${row}`}>
					<label className="ds-label" htmlFor={`condition-${at}`}>
						{words.conditionRow(at + 1)}
					</label>
					<select className="ds-input" id={`condition-${at}`} name="condition" defaultValue={row}>
						<option value="">{words.noCondition}</option>
						{row !== "" && !known.has(row) && <option value={row}>{row}</option>}
						{conditions.map(({ value, label }) => (
							<option key={value} value={value}>
								{label}
							</option>
						))}
					</select>
				</div>
			))}
		</fieldset>
	);
}
