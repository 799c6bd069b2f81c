import { Form } from "react-router";
import { saying } from "../../../forms/text.ts";
import { formatNumber } from "../../../language.ts";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { mostVotes } from "../codes.ts";
import type { Item } from "../contract.ts";
import { meetingText } from "../text.ts";
import { arenaText } from "./arena.text.ts";

/** An item asked for as pages show it: how many members most want it, and whether the reader does. */
export type ShownRequest = Pick<Item, "id" | "title" | "body"> & {
	readonly by: string;
	readonly count: number;
	readonly isMine: boolean;
};

/** What members ask for, with how many most want each, those most wanted first. */
export function Requests(props: {
	readonly requests: readonly ShownRequest[];
	/** Whether the reader may refuse them. */
	readonly leads: boolean;
	/** Whether the reader has a seat to vote for. */
	readonly votes: boolean;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = arenaText[language];
	const { requests, leads } = props;
	if (requests.length === 0) return null;
	return (
		<Section title={text.requests} id="requests">
			<ul className="agenda">
				{requests.map((item) => (
					<li key={item.id}>
						<div>
							<strong>{item.title}</strong>
							{item.body && <p className="ds-paragraph pre-line">{item.body}</p>}
							<p className="quiet">
								{text.askedBy(item.by)}
								{requests.length > 1 && ` · ${text.votes(formatNumber(language, item.count), item.count === 1)}`}
							</p>
						</div>
						{leads && (
							<Form method="post">
								<input type="hidden" name="itemId" value={item.id} />
								<button
									type="submit"
									className="ds-button"
									data-variant="tertiary"
									data-size="sm"
									name="deed"
									value="drop"
									aria-label={`${text.drop}: ${item.title}`}
								>
									{text.drop}
								</button>
							</Form>
						)}
					</li>
				))}
			</ul>
			{props.votes && requests.length > 1 && <VoteForm requests={requests} refused={props.refused} />}
		</Section>
	);
}

/** Where a member marks what should come up first. */
function VoteForm({
	requests,
	refused,
}: {
	readonly requests: readonly ShownRequest[];
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = arenaText[language];
	return (
		<TaskForm
			refused={refused}
			values={{ votes: requests.filter(({ isMine }) => isMine).map(({ id }) => id) }}
			say={saying(language, meetingText[language].refusals)}
			prefix="vote-"
		>
			<input type="hidden" name="deed" value="vote" />
			<Field
				name="votes"
				kind="checkboxes"
				label={text.voteTitle}
				hint={text.voteHint(formatNumber(language, mostVotes))}
				choices={requests.map(({ id, title }) => ({ value: id, label: title }))}
			/>
			<div className="task-buttons">
				<SubmitButton variant="secondary">{text.vote}</SubmitButton>
			</div>
		</TaskForm>
	);
}
