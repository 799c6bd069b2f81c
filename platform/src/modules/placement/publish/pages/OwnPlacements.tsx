import { formatDate } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Card, Section } from "../../../../ui/Section.tsx";
import type { PlacementState } from "../../codes.ts";
import { evaluateText } from "../../evaluate/text.ts";
import { PlacementStatus } from "./PlacementStatus.tsx";
import { publishPagesText } from "./publish.text.ts";

export type OwnPlacement = {
	readonly id: string;
	readonly siteName: string;
	readonly hostName: string;
	readonly courseName: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly state: PlacementState;
	/** Whether the student's answer is to come. */
	readonly waits: boolean;
	/** Whether the student has been asked how it was, and can answer. */
	readonly asked: boolean;
};

/** A student's own places, the next first: where, when, and the way to answer. */
export function OwnPlacements({
	placements,
	base = "/placement/placements",
}: {
	readonly placements: readonly OwnPlacement[];
	/** Where each has its page. */
	readonly base?: string;
}) {
	const language = useLanguage();
	const text = publishPagesText[language];
	if (placements.length === 0) return null;
	return (
		<Section title={text.ownTitle}>
			{placements.map((one) => (
				<Card key={one.id}>
					<h3 className="ds-heading" data-size="xs">
						{one.siteName}
					</h3>
					<p>
						{one.courseName}, {one.hostName}
					</p>
					<p className="quiet">
						{formatDate(language, one.firstDay)} – {formatDate(language, one.lastDay)}
					</p>
					<p>
						<PlacementStatus state={one.state} />
					</p>
					<Link className="ds-button" to={`${base}/${one.id}`}>
						{one.waits ? text.ownAnswer : text.ownSee}
					</Link>
					{one.asked && (
						<Link className="ds-button" data-variant="secondary" to={`/placement/placements/${one.id}/evaluation`}>
							{evaluateText[language].tell}
						</Link>
					)}
				</Card>
			))}
		</Section>
	);
}
