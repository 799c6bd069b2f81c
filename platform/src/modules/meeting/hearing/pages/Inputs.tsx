import { involvementText } from "../../../../involvement/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Input, Invitee } from "../contract.ts";
import { ReplyStands } from "./HearingStands.tsx";
import "./hearing.css";
import { inputsText } from "./inputs.text.ts";

type Shown = { readonly inputs: readonly Input[]; readonly invitees: readonly Pick<Invitee, "id" | "name" | "role">[] };

/** What was said and what it was answered. Answers are shown where they are given; `replyAt` lets them be written. */
export function Inputs(props: Shown & { readonly showsReplies: boolean; readonly replyAt?: string | undefined }) {
	const language = useLanguage();
	const text = inputsText[language];
	const { inputs, invitees, showsReplies, replyAt } = props;
	if (inputs.length === 0) return <p className="ds-paragraph quiet">{text.noInputs}</p>;
	return (
		<ul className="hearing-inputs">
			{inputs.map((input) => {
				const by = invitees.find(({ id }) => id === input.inviteeId);
				return (
					<li key={input.id}>
						{by && (
							<p>
								<strong>{by.name}</strong>, {involvementText[language].role[by.role]}
								<span className="quiet"> · {formatShortDate(language, input.givenAt)}</span>
							</p>
						)}
						<p className="hearing-text hearing-input">{input.body}</p>
						{showsReplies && input.reply !== null && (
							<div className="hearing-reply">
								<p>
									<ReplyStands reply={input.reply} />
								</p>
								<p className="hearing-text">{input.because}</p>
							</div>
						)}
						{showsReplies && input.reply === null && <p className="quiet">{text.noAnswer}</p>}
						{replyAt !== undefined && (
							<div className="hearing-deeds">
								<Link
									className="ds-button"
									data-variant={input.reply === null ? "primary" : "secondary"}
									data-size="sm"
									to={`${replyAt}/${input.id}`}
								>
									{input.reply === null ? text.reply : text.replyAgain}
									<span className="visually-hidden">: {by?.name}</span>
								</Link>
							</div>
						)}
					</li>
				);
			})}
		</ul>
	);
}
