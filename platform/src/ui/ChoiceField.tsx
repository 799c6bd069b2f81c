import type { ReactNode } from "react";
import { type Control, FieldError, Hint, OptionalMarker } from "./field-parts.tsx";

/** Something to choose: `value` is sent, `label` is read. */
export type Choice = {
	readonly value: string;
	readonly label: string;
	readonly hint?: string;
	readonly group?: string;
	readonly disabled?: boolean;
};

type Parts = {
	readonly id: string;
	readonly label: string;
	readonly hint: ReactNode;
	readonly error: string | undefined;
	readonly required: boolean;
};

/** Radio buttons or checkboxes as one question. The first of them carries the id, so that a link lands on a control. */
export function ChoiceGroup({
	id,
	label,
	hint,
	error,
	required,
	kind,
	name,
	choices,
	chosen,
}: Parts & {
	readonly kind: "radio" | "checkboxes";
	readonly name: string;
	readonly choices: readonly Choice[];
	readonly chosen: readonly string[];
}) {
	const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return (
		<fieldset className="ds-fieldset" aria-describedby={described || undefined}>
			<legend className="ds-label">
				{label}
				{!required && <OptionalMarker />}
			</legend>
			<Hint id={id}>{hint}</Hint>
			{choices.map((choice, index) => {
				const choiceId = index === 0 ? id : `${id}-${choice.value}`;
				return (
					<div className="ds-field" key={choice.value}>
						<input
							className="ds-input"
							type={kind === "radio" ? "radio" : "checkbox"}
							id={choiceId}
							name={name}
							value={choice.value}
							defaultChecked={chosen.includes(choice.value)}
							disabled={choice.disabled}
							required={kind === "radio" && required}
							aria-invalid={error ? true : undefined}
							aria-describedby={choice.hint ? `${choiceId}-hint` : undefined}
						/>
						<label className="ds-label" data-weight="regular" htmlFor={choiceId}>
							{choice.label}
						</label>
						<Hint id={choiceId}>{choice.hint}</Hint>
					</div>
				);
			})}
			<FieldError id={id}>{error}</FieldError>
		</fieldset>
	);
}

/** One box to tick: a yes, or a thing to confirm. */
export function OneCheckbox({
	id,
	label,
	hint,
	error,
	control,
	checked,
}: Parts & { readonly control: Control; readonly checked: boolean }) {
	return (
		<div className="ds-field">
			<input {...control} className="ds-input" type="checkbox" value="on" defaultChecked={checked} />
			<label className="ds-label" data-weight="regular" htmlFor={id}>
				{label}
			</label>
			<Hint id={id}>{hint}</Hint>
			<FieldError id={id}>{error}</FieldError>
		</div>
	);
}
