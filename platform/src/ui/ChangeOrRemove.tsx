import type { ReactNode } from "react";
import type { Refusal } from "../outcome.ts";
import { Details } from "./Details.tsx";
import type { FieldValue, RefusedForm } from "./form-context.ts";
import { Link } from "./Link.tsx";
import { useLanguage } from "./language.tsx";
import { SubmitButton } from "./SubmitButton.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { uiText } from "./text.ts";

type ChangeOrRemoveProps = {
	/** What `changeOrRemove` of the `forms` folder sent back: `actionData`. */
	readonly answer: (RefusedForm & { readonly deed: "change" | "remove" }) | undefined;
	/** What stands there now, in the version that is looked at. */
	readonly values: Readonly<Record<string, FieldValue>> & { readonly version: number };
	readonly labels: Readonly<Record<string, string>>;
	readonly say: (refusal: Refusal) => string;
	/** The two deeds by name, and what taking away means. */
	readonly text: { readonly save: string; readonly remove: string; readonly removeBody: string };
	readonly cancelTo: string;
	/** Whether it can be taken away at all. */
	readonly removable?: boolean;
	/** The fields. */
	readonly children: ReactNode;
};

/** Something to be changed; and behind a fold, with what it means, to be taken away. */
export function ChangeOrRemove(props: ChangeOrRemoveProps) {
	const { answer, values, labels, say, text, cancelTo, removable = true, children } = props;
	const { cancel } = uiText[useLanguage()];
	const version = <input type="hidden" name="version" value={values.version} />;
	const refusedFor = (deed: "change" | "remove") => (answer?.deed === deed ? answer : undefined);
	return (
		<>
			<TaskForm refused={refusedFor("change")} values={values} labels={labels} say={say}>
				{version}
				{children}
				<div className="task-buttons">
					<SubmitButton name="do" value="change">
						{text.save}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={cancelTo}>
						{cancel}
					</Link>
				</div>
			</TaskForm>
			{removable && (
				<Details summary={text.remove} open={answer?.deed === "remove"}>
					<TaskForm refused={refusedFor("remove")} prefix="remove" say={say}>
						<p>{text.removeBody}</p>
						{version}
						<SubmitButton name="do" value="remove" color="danger">
							{text.remove}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</>
	);
}
