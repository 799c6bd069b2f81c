import { Link } from "react-router";
import type { Refusal } from "../outcome.ts";
import { Field } from "./Field.tsx";
import type { RefusedForm } from "./form-context.ts";
import { useLanguage } from "./language.tsx";
import { SubmitButton } from "./SubmitButton.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { uiText } from "./text.ts";
import { moveTargets, type TreeNode } from "./tree-nodes.ts";

/** From this many places on, typing is quicker than looking through a list. */
const manyPlaces = 40;

type MoveFormProps = {
	readonly nodes: readonly TreeNode[];
	/** What is moved. */
	readonly id: string;
	/** The field that says where; its value is an id, or in a long tree the typed path: `findChoice(moveTargets(…), …)` reads both. */
	readonly name: string;
	readonly label: string;
	readonly submit: string;
	readonly cancelTo: string;
	readonly refused?: RefusedForm | undefined;
	readonly say: (refusal: Refusal) => string;
};

/** "Move to …": what dragging does in the tree, as a form. */
export function MoveForm(props: MoveFormProps) {
	const text = uiText[useLanguage()];
	const targets = moveTargets(props.nodes, props.id);
	return (
		<TaskForm refused={props.refused} say={props.say} labels={{ [props.name]: props.label }}>
			<Field
				name={props.name}
				required
				kind={targets.length > manyPlaces ? "lookup" : "select"}
				choices={targets}
				{...(targets.length > manyPlaces ? { hint: text.lookupHint } : {})}
			/>
			<div className="task-buttons">
				<SubmitButton>{props.submit}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{text.cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
