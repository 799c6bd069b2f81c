import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

/** Everything a control needs to be tied to its label, hint and error. */
export type Control = {
	readonly id: string;
	readonly name: string;
	readonly required: boolean;
	readonly "aria-invalid": true | undefined;
	readonly "aria-describedby": string | undefined;
};

export function OptionalMarker() {
	return <span className="field-optional"> ({uiText[useLanguage()].optional})</span>;
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
	return children ? (
		<div data-field="description" id={`${id}-hint`}>
			{children}
		</div>
	) : null;
}

export function FieldError({ id, children }: { id: string; children: string | undefined }) {
	const text = uiText[useLanguage()];
	return children ? (
		<p className="ds-validation-message" data-field="validation" id={`${id}-error`}>
			<span className="visually-hidden">{text.errorPrefix} </span>
			{children}
		</p>
	) : null;
}
