import type { ReactNode } from "react";
import { type Choice, ChoiceGroup, OneCheckbox } from "./ChoiceField.tsx";
import { type Control, FieldError, Hint, OptionalMarker } from "./field-parts.tsx";
import { type FieldValue, fieldId, useFormState } from "./form-context.ts";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";
import { writtenNumber } from "./written-number.ts";

type Common = {
	readonly name: string;
	/** Falls back to the form's `labels`. */
	readonly label?: string;
	readonly hint?: ReactNode;
	/** A field that is not required says so. "sometimes" depends on other fields: the hint says when, and no mark does. */
	readonly required?: boolean | "sometimes";
	/** What it shows; falls back to what was typed, then to the form's `values`. */
	readonly value?: FieldValue;
	/** What is wrong, in words; falls back to the form's refusals. */
	readonly error?: string | undefined;
	readonly width?: "narrow" | "medium" | "full";
	readonly readOnly?: boolean;
	/** The label is read out but not shown; for fields whose place says what they are. */
	readonly hideLabel?: boolean;
};

export type FieldProps = Common &
	(
		| {
				readonly kind?: "text" | "email" | "tel" | "url" | "search" | "password" | "time";
				readonly autoComplete?: string;
				readonly maxLength?: number;
		  }
		/** A number as Norwegians write it; `unit` stands after it. */
		| { readonly kind: "number"; readonly unit?: string; readonly whole?: boolean }
		/** Sends YYYY-MM-DD. */
		| { readonly kind: "date"; readonly min?: string; readonly max?: string }
		| { readonly kind: "textarea"; readonly rows?: number; readonly maxLength?: number }
		| { readonly kind: "select"; readonly choices: readonly Choice[]; readonly none?: string }
		/** Type and choose from a long list. Sends the chosen label; `findChoice` turns it back into the choice. */
		| { readonly kind: "lookup"; readonly choices: readonly Choice[] }
		| { readonly kind: "radio" | "checkboxes"; readonly choices: readonly Choice[] }
		/** One box to tick; sends `on`. */
		| { readonly kind: "checkbox" }
		| { readonly kind: "file"; readonly accept?: string; readonly multiple?: boolean }
	);

/**
 * One question of a form: label, hint, control, error. Inside a `TaskForm` it finds its label, value and error by name.
 * @example <Field kind="date" name="from" label={text.from} required />
 */
export function Field(props: FieldProps) {
	const form = useFormState();
	const { name } = props;
	const refusal = form.refused?.refusals.find((one) => one.field === name);
	const error = props.error ?? (refusal === undefined ? undefined : form.say(refusal));
	const id = fieldId(form.prefix, name);
	const label = props.label ?? form.labels[name] ?? name;
	const described = [props.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	const control: Control = {
		id,
		name,
		required: props.required === true,
		"aria-invalid": error ? true : undefined,
		"aria-describedby": described || undefined,
	};
	const language = useLanguage();
	const parts = { id, label, hint: props.hint, error, required: props.required === true };
	const value = form.refused ? (form.refused.given[name] ?? "") : (props.value ?? form.values[name]);
	const shown = props.kind === "number" && typeof value === "number" ? writtenNumber(language, value) : asText(value);
	if (props.kind === "checkbox") return <OneCheckbox {...parts} control={control} checked={isTicked(value)} />;
	if (props.kind === "radio" || props.kind === "checkboxes")
		return <ChoiceGroup {...parts} kind={props.kind} name={name} choices={props.choices} chosen={asList(value)} />;
	return (
		<div className="ds-field" data-width={props.width}>
			<label className={props.hideLabel ? "ds-label visually-hidden" : "ds-label"} htmlFor={id}>
				{label}
				{!props.required && props.kind !== "search" && !props.readOnly && <OptionalMarker />}
			</label>
			<Hint id={id}>{props.hint}</Hint>
			<OneControl field={props} control={control} value={shown} />
			<FieldError id={id}>{error}</FieldError>
		</div>
	);
}

function OneControl({ field, control, value }: { field: FieldProps; control: Control; value: string }) {
	const text = uiText[useLanguage()];
	const shared = { ...control, className: "ds-input", defaultValue: value, readOnly: field.readOnly };
	switch (field.kind) {
		case "number": {
			const input = (
				<input {...shared} type="text" inputMode={field.whole ? "numeric" : "decimal"} autoComplete="off" size={10} />
			);
			if (field.unit === undefined) return input;
			return (
				<div className="ds-field-affixes">
					{input}
					<span className="ds-field-affix" aria-hidden="true">
						{field.unit}
					</span>
				</div>
			);
		}
		case "date":
			return <input {...shared} type="date" min={field.min} max={field.max} size={12} />;
		case "textarea":
			return <textarea {...shared} rows={field.rows ?? 4} maxLength={field.maxLength} />;
		case "select":
			return (
				<select {...control} className="ds-input" key={value} defaultValue={value}>
					{(!control.required || value === "") && <option value="">{field.none ?? text.chooseOne}</option>}
					<Options choices={field.choices} />
				</select>
			);
		case "lookup":
			return (
				<>
					<input {...shared} type="text" list={`${control.id}-list`} autoComplete="off" />
					<datalist id={`${control.id}-list`}>
						{field.choices.map((choice) => (
							<option key={choice.value} value={choice.label}>
								{choice.hint}
							</option>
						))}
					</datalist>
				</>
			);
		case "file":
			return (
				<input {...control} className="ds-input" type="file" accept={field.accept} multiple={field.multiple ?? false} />
			);
		case "radio":
		case "checkboxes":
		case "checkbox":
			return null;
		default:
			return (
				<input
					{...shared}
					type={field.kind ?? "text"}
					autoComplete={field.autoComplete}
					maxLength={field.maxLength}
					size={field.kind === "time" ? 8 : undefined}
				/>
			);
	}
}

/** Options of a select, gathered under their groups where they have one. */
function Options({ choices }: { choices: readonly Choice[] }) {
	const groups = new Map<string | undefined, Choice[]>();
	for (const choice of choices) groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
	return [...groups].map(([group, members]) => {
		const options = members.map((choice) => (
			<option key={choice.value} value={choice.value} disabled={choice.disabled}>
				{choice.label}
			</option>
		));
		return group === undefined ? (
			options
		) : (
			<optgroup key={group} label={group}>
				{options}
			</optgroup>
		);
	});
}

function asText(value: FieldValue): string {
	if (value === null || value === undefined || value === false) return "";
	return typeof value === "object" ? (value[0] ?? "") : String(value);
}

function asList(value: FieldValue): readonly string[] {
	if (value === null || value === undefined || value === "") return [];
	return typeof value === "object" ? value : [String(value)];
}

function isTicked(value: FieldValue): boolean {
	return value === true || value === "on" || value === "true";
}
