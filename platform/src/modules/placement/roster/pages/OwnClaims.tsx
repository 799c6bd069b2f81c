import { Link } from "react-router";
import { formatDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Card } from "../../../../ui/Section.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { rosterText } from "../text.ts";
import type { OwnPageData } from "./own-page.server.ts";
import { daysOf } from "./period-label.ts";
import { wishesText } from "./wishes.text.ts";

/** A student's own claims, each with where it stands, what was wished, and the way on. */
export function OwnClaims({ claims, base }: { readonly claims: OwnPageData["claims"]; readonly base: string }) {
	const language = useLanguage();
	const text = wishesText[language];
	return (
		<div className="stack">
			{claims.map(({ id, window, wishes, can, ...claim }) => (
				<Card key={id}>
					<h2 className="ds-heading" data-size="xs">
						{claim.courseName}
					</h2>
					<p className="quiet">
						{claim.institutionName}, {claim.periodName}, {daysOf(language, claim)}
					</p>
					<div className="row">
						<Tag tone={window.open ? "info" : "neutral"}>
							{window.until === null ? text.noDeadline : text.deadline(formatDate(language, window.until))}
						</Tag>
						<span className="quiet">{rosterText[language].windows[window.why]}</span>
					</div>
					{wishes.length === 0 ? (
						<p>{text.wishCount(0)}</p>
					) : (
						<ol className="ds-list">
							{wishes.map((wish) => (
								<li key={wish.rank}>{wish.name}</li>
							))}
						</ol>
					)}
					<p>
						<Link
							className="ds-button"
							data-variant={can.state ? "primary" : "secondary"}
							to={`${base}/${id}`}
							aria-label={`${wayOf(text, can.state, wishes.length)}: ${claim.courseName}`}
						>
							{wayOf(text, can.state, wishes.length)}
						</Link>
					</p>
				</Card>
			))}
		</div>
	);
}

function wayOf(text: (typeof wishesText)["nb"], canState: boolean, count: number): string {
	if (!canState) return text.seeWishes;
	return count === 0 ? text.makeWishes : text.changeWishes;
}
