import { Form } from "react-router";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Followed, FollowedSpan } from "../contract.ts";
import { baseOf, statisticsOf } from "../statistic.ts";
import { followText } from "../text.ts";
import { spanInWords } from "./words.ts";

/** The list behind one number: what was counted, with the way to it, and what was written down, by whom. */
export function SpanItems({
	row,
	span,
	today,
}: {
	readonly row: Followed;
	readonly span: FollowedSpan;
	readonly today: string;
}) {
	const language = useLanguage();
	const text = followText[language];
	if (span.delivered === null) return null;
	const amount = formatNumber(language, span.delivered);
	return (
		<Details summary={text.behind(amount, spanInWords(language, span))}>
			{span.items.length === 0 ? (
				<p className="ds-paragraph">{text.nothing}</p>
			) : (
				<ul className="followed-items">
					{span.items.map((item) => (
						<li key={item.id}>
							<span className="followed-amount">{formatNumber(language, item.amount)}</span>
							<span>
								{item.path === null ? (
									item.title || text.unnamed
								) : (
									<Link className="ds-link" to={item.path}>
										{item.title}
									</Link>
								)}
								<span className="quiet">
									{`, ${formatShortDate(language, item.date)}`}
									{item.byHand &&
										`. ${text.byHand([item.byHand.writtenBy, item.byHand.writtenFor].filter(Boolean).join(", "))}`}
								</span>
							</span>
							{item.byHand?.own && (
								<Form method="post">
									<input type="hidden" name="deliveryId" value={item.id} />
									<button
										type="submit"
										className="ds-button"
										data-variant="tertiary"
										data-size="sm"
										aria-label={text.removeOf(item.title || text.unnamed)}
									>
										{text.remove}
									</button>
								</Form>
							)}
						</li>
					))}
				</ul>
			)}
			<p className="ds-paragraph quiet">{baseOf(language, statisticsOf(language, row, span, today))}</p>
		</Details>
	);
}
