import { useEffect, useRef } from "react";
import type { Given } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { registerPagesText } from "./register.text.ts";

/** The last look before something is written: what will happen and from when, and what stays. Sends the same once more. */
export function ConfirmStep(props: {
	readonly given: Given;
	readonly happens: readonly string[];
	readonly stays?: readonly string[];
	/** The deed itself: "Slå sammen", never "OK". */
	readonly submit: string;
	readonly dangerous?: boolean;
}) {
	const text = registerPagesText[useLanguage()];
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus(), []);
	return (
		<TaskForm>
			{Object.entries(props.given).flatMap(([name, value]) =>
				[value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
			)}
			<section className="stack" data-gap="small" aria-labelledby="confirm-heading">
				<h2 className="ds-heading" data-size="sm" id="confirm-heading" ref={heading} tabIndex={-1}>
					{text.happens}
				</h2>
				<ul className="ds-list">
					{props.happens.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
				{props.stays && props.stays.length > 0 && (
					<>
						<h3 className="ds-heading" data-size="2xs">
							{text.stays}
						</h3>
						<ul className="ds-list">
							{props.stays.map((line) => (
								<li key={line}>{line}</li>
							))}
						</ul>
					</>
				)}
			</section>
			<div className="task-buttons">
				<SubmitButton name="step" value="do" color={props.dangerous ? "danger" : "accent"}>
					{props.submit}
				</SubmitButton>
				<SubmitButton name="step" value="edit" variant="tertiary">
					{text.edit}
				</SubmitButton>
			</div>
		</TaskForm>
	);
}
