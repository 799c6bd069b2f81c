import { type MouseEvent, useEffect, useRef } from "react";
import type { Refusal } from "../outcome.ts";
import { fieldId, useFormState } from "./form-context.ts";
import { useLanguage } from "./language.tsx";
import { uiText } from "./text.ts";

type ErrorSummaryProps = {
	readonly refusals: readonly Refusal[];
	readonly say: (refusal: Refusal) => string;
	/** Names of the fields, so that a line can be read on its own. */
	readonly labels?: Readonly<Record<string, string>>;
	readonly prefix?: string;
};

/** What must be corrected, linked to the fields. Takes focus when it appears, with and without script. */
export function ErrorSummary({ refusals, say, labels = {}, prefix = "" }: ErrorSummaryProps) {
	const text = uiText[useLanguage()];
	const box = useRef<HTMLElement>(null);
	// Each refused submit brings a new list: focus again, also when the same thing is wrong.
	useEffect(() => {
		if (refusals.length > 0) box.current?.focus();
	}, [refusals]);
	if (refusals.length === 0) return null;
	return (
		// biome-ignore lint/a11y/noAutofocus: without script this is what moves focus to the errors after a failed submit
		<section ref={box} className="ds-error-summary" tabIndex={-1} autoFocus aria-labelledby={`${prefix}error-summary`}>
			<h2 className="ds-heading" id={`${prefix}error-summary`}>
				{text.summaryTitle}
			</h2>
			<ul className="ds-list">
				{refusals.map((refusal) => {
					const label = refusal.field === undefined ? undefined : labels[refusal.field];
					const message = label === undefined ? say(refusal) : `${label}: ${say(refusal)}`;
					return (
						<li key={`${refusal.field} ${refusal.code} ${message}`}>
							{refusal.field === undefined ? (
								message
							) : (
								<a className="ds-link" href={`#${fieldId(prefix, refusal.field)}`} onClick={goToField}>
									{message}
								</a>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

/** A change of hash is a navigation to the router, which would forget the refusals; so the field is focused directly. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
	const target = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
	if (!target) return;
	event.preventDefault();
	target.focus();
}

/** The summary of the form around it. */
export function FormErrorSummary() {
	const { refused, say, labels, prefix } = useFormState();
	return <ErrorSummary refusals={refused?.refusals ?? none} say={say} labels={labels} prefix={prefix} />;
}

const none: readonly Refusal[] = [];
