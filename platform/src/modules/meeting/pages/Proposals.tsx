import { Form } from "react-router";
import { formatNumber, formatShortDate, type Language } from "../../../language.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import type { Proposal } from "../propose.server.ts";
import { proposalsText } from "./proposals.text.ts";

/** How much is delivered of what was promised; empty where nothing is counted. */
export function numbersWord(language: Language, { numbers }: Pick<Proposal, "numbers">): string {
	return numbers === null
		? ""
		: proposalsText[language].numbers(
				formatNumber(language, numbers.delivered),
				formatNumber(language, numbers.promised),
			);
}

/** What should come up and is not on the agenda: each with the way to it, put on by one press, or all at once. */
export function Proposals({ proposals }: { readonly proposals: readonly Proposal[] }) {
	const language = useLanguage();
	const text = proposalsText[language];
	if (proposals.length === 0) return null;
	const note = (one: Proposal) =>
		[
			one.kind === "request" ? text.askedBy(one.by) : one.by,
			one.dueOn === null ? "" : text.due(formatShortDate(language, one.dueOn)),
			numbersWord(language, one),
			one.votes === 0 ? "" : text.votes(one.votes),
		]
			.filter((word) => word !== "")
			.join(" · ");
	return (
		<section className="stack" data-gap="small" aria-labelledby="proposals">
			<h3 className="ds-heading" data-size="xs" id="proposals">
				{text.title(proposals.length)}
			</h3>
			{proposals.some(({ kind, isLate }) => kind === "decision" && isLate) && (
				<p className="ds-paragraph quiet">{text.lateComes}</p>
			)}
			<ul className="plain-list proposals">
				{proposals.map((one) => (
					<li key={one.id} className="line-with-deed">
						<div>
							{one.path === null ? (
								one.title
							) : (
								<Link className="ds-link" to={one.path}>
									{one.title}
								</Link>
							)}{" "}
							<Tag tone={one.isLate ? "warning" : "neutral"}>{text.kinds[one.kind]}</Tag>
							<p className="quiet">{note(one)}</p>
						</div>
						<Form method="post">
							<input type="hidden" name="itemId" value={one.id} />
							<button
								type="submit"
								className="ds-button"
								data-variant="secondary"
								data-size="sm"
								name="deed"
								value="take"
								aria-label={`${text.take}: ${one.title}`}
							>
								{text.take}
							</button>
						</Form>
					</li>
				))}
			</ul>
			{proposals.length > 1 && (
				<Form method="post">
					<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="take-all">
						{text.takeAll}
					</button>
				</Form>
			)}
		</section>
	);
}
