import { formatNumber, languages } from "../../language.ts";
import type { Choice } from "../../ui/ChoiceField.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { comparisons } from "../comparison.ts";
import type { Rule } from "../condition.ts";
import type { FormPart } from "../definition.ts";
import { partName, termRow } from "../editor/part-words.ts";
import { makeText } from "./editor.text.ts";
import { useWritten, WordInput } from "./WordFields.tsx";

type Shown = Rule & { readonly column?: string };

/** What an answer must satisfy, a row for each rule and one more; built by choosing. */
export function RuleFields({ part, terms }: { part: FormPart; terms: readonly Choice[] }) {
	const language = useLanguage();
	const { part: text } = makeText[language];
	const rules: readonly Shown[] = "rules" in part ? (part.rules ?? []) : [];
	const shown = rules.filter(({ than }) => termRow(than) !== undefined);
	const columns =
		part.kind === "table"
			? part.columns.flatMap((column) =>
					column.kind === "number" || column.kind === "money"
						? [{ value: column.id, label: partName(column, language) }]
						: [],
				)
			: null;
	if (terms.length === 0 || columns?.length === 0) return null;
	return (
		<fieldset className="part-group">
			<legend>{text.rules}</legend>
			{[...shown, undefined].map((rule, at) => (
				<RuleRow
					key={rule ? JSON.stringify(rule) : "new"}
					{...{ rule, at, terms, columns }}
					isDate={part.kind === "date"}
				/>
			))}
		</fieldset>
	);
}

type RuleRowProps = {
	readonly rule: Shown | undefined;
	readonly at: number;
	readonly terms: readonly Choice[];
	readonly columns: readonly Choice[] | null;
	readonly isDate: boolean;
};

function RuleRow({ rule, at, terms, columns, isDate }: RuleRowProps) {
	const language = useLanguage();
	const { part: text } = makeText[language];
	const row = rule && termRow(rule.than);
	const written = (number: number | null | undefined) =>
		number === null || number === undefined ? "" : formatNumber(language, number).replace(/\s/g, "");
	return (
		<fieldset className="rule-row">
			<legend className="visually-hidden">{text.ruleRow(at + 1)}</legend>
			<div className="part-limits">
				{columns && (
					<RuleSelect
						name="rule.column"
						at={at}
						label={text.ruleColumn}
						choices={columns}
						standing={rule?.column ?? ""}
					/>
				)}
				<RuleSelect
					name="rule.is"
					at={at}
					label={text.ruleIs}
					none={text.noRule}
					choices={comparisons.map((one) => ({ value: one, label: text.comparisons[one] }))}
					standing={rule?.is ?? ""}
				/>
				<RuleSelect
					name="rule.than"
					at={at}
					label={text.ruleThan}
					choices={terms}
					standing={row?.than ?? terms[0]?.value ?? ""}
				/>
				{!isDate && (
					<>
						<RuleNumber name="rule.number" at={at} label={text.ruleNumber} standing={written(row?.number)} />
						<RuleNumber name="rule.share" at={at} label={text.ruleShare} standing={written(row?.share)} />
					</>
				)}
			</div>
			<p className="ds-label" data-weight="regular">
				{text.ruleSay}
			</p>
			<div className="three-languages">
				{languages.map((one) => (
					<div className="ds-field" key={one}>
						<label className="ds-label" data-weight="regular" htmlFor={`rule-${at}-${one}`}>
							<span className="visually-hidden">{`${text.ruleSay}, `}</span>
							{text[one]}
						</label>
						<WordInput
							id={`rule-${at}-${one}`}
							name={`rule.${one}`}
							standing={rule?.say[one] ?? ""}
							language={one}
							at={at}
						/>
					</div>
				))}
			</div>
		</fieldset>
	);
}

type Input = { readonly name: string; readonly at: number; readonly label: string; readonly standing: string };

function RuleSelect({
	name,
	at,
	label,
	standing,
	choices,
	none,
}: Input & { choices: readonly Choice[]; none?: string }) {
	const id = `${name}-${at}`;
	return (
		<div className="ds-field">
			<label className="ds-label" data-weight="regular" htmlFor={id}>
				{label}
			</label>
			<select className="ds-input" id={id} name={name} defaultValue={useWritten(name, standing, at)}>
				{none !== undefined && <option value="">{none}</option>}
				{choices.map((choice) => (
					<option key={choice.value} value={choice.value}>
						{choice.label}
					</option>
				))}
			</select>
		</div>
	);
}

function RuleNumber({ name, at, label, standing }: Input) {
	const id = `${name}-${at}`;
	return (
		<div className="ds-field" data-width="narrow">
			<label className="ds-label" data-weight="regular" htmlFor={id}>
				{label}
			</label>
			<input
				className="ds-input"
				id={id}
				name={name}
				type="text"
				inputMode="decimal"
				autoComplete="off"
				size={8}
				defaultValue={useWritten(name, standing, at)}
			/>
		</div>
	);
}
