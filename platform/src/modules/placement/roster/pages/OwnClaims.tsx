import { Link } from "react-router";
import { formatDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Card } from "../../../../ui/Section.tsx";
import { Status, Tag } from "../../../../ui/Tag.tsx";
import { rosterText } from "../text.ts";
import type { withPlaces } from "./own-page.server.ts";
import { daysOf } from "./period-label.ts";
import { wishesText } from "./wishes.text.ts";

type Claim = ReturnType<typeof withPlaces>[number];
type ClaimsProps = { readonly claims: readonly Claim[]; readonly base: string };

/** A student's own claims: first those something is still to come of, and those that are settled one press away. */
export function OwnClaims({ claims, base }: ClaimsProps) {
	const text = wishesText[useLanguage()];
	const isSettled = ({ hasPlace, isPast }: Claim) => hasPlace || isPast;
	const settled = claims.filter(isSettled);
	return (
		<div className="stack">
			<Cards claims={claims.filter((claim) => !isSettled(claim))} base={base} />
			{settled.length > 0 && (
				<Details summary={text.settled(settled.length)}>
					<div className="stack">
						<Cards claims={settled} base={base} />
					</div>
				</Details>
			)}
		</div>
	);
}

/** Each with where it stands, what was wished, and the way on. */
function Cards({ claims, base }: ClaimsProps) {
	const language = useLanguage();
	const text = wishesText[language];
	return claims.map(({ id, window, wishes, can, hasPlace, isPast, ...claim }) => (
		<Card key={id}>
			<h2 className="ds-heading" data-size="xs">
				{claim.courseName}
			</h2>
			<p className="quiet">
				{claim.institutionName}, {claim.periodName}, {daysOf(language, claim)}
			</p>
			{window.why === "published" && !hasPlace && !isPast && (
				<p>
					<Status tone="warning">{text.withoutPlace(claim.institutionName)}</Status>
				</p>
			)}
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
	));
}

function wayOf(text: (typeof wishesText)["nb"], canState: boolean, count: number): string {
	if (!canState) return text.seeWishes;
	return count === 0 ? text.makeWishes : text.changeWishes;
}
