import { Form } from "react-router";
import { formatMoment } from "../../../language.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { negotiationText } from "./negotiation.text.ts";

type Comment = {
	readonly id: string;
	readonly partName: string;
	readonly by: string;
	readonly body: string;
	readonly madeAt: string;
	readonly isSettled: boolean;
	readonly settledBy: string | null;
};

/** What is said of the text, unsettled first, each with what it is about. */
export function CommentList({
	comments,
	canSettle,
}: {
	readonly comments: readonly Comment[];
	readonly canSettle: boolean;
}) {
	const language = useLanguage();
	const text = negotiationText[language];
	if (comments.length === 0) return <p className="ds-paragraph quiet">{text.noComments}</p>;
	const sorted = [...comments].sort((one, other) => Number(one.isSettled) - Number(other.isSettled));
	return (
		<ul className="comment-list">
			{sorted.map((comment) => (
				<li key={comment.id} data-settled={comment.isSettled || undefined}>
					<p className="quiet">
						{comment.partName}. {comment.by}, {formatMoment(language, comment.madeAt)}
						{comment.isSettled && ` · ${text.settledBy(comment.settledBy ?? "")}`}
					</p>
					<p className="written">{comment.body}</p>
					{canSettle && !comment.isSettled && (
						<Form method="post">
							<input type="hidden" name="commentId" value={comment.id} />
							<button
								type="submit"
								className="ds-button"
								data-variant="tertiary"
								data-size="sm"
								name="deed"
								value="settle"
							>
								{text.settle}
								<span className="visually-hidden">: {comment.body.slice(0, 60)}</span>
							</button>
						</Form>
					)}
				</li>
			))}
		</ul>
	);
}
