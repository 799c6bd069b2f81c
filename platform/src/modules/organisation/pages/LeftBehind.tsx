import type { LeftThing } from "../../../registry/left-behind.server.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { leavingText } from "./leaving.text.ts";

/** What names a person and does not go along when they hand over: somebody changes it by hand. Nothing where there is none. */
export function LeftBehind(props: {
	readonly things: readonly (LeftThing & { readonly what: string })[];
	/** Whether somebody is about to take over. */
	readonly isLeaving?: boolean;
}) {
	const text = leavingText[useLanguage()];
	const { things, isLeaving = false } = props;
	if (things.length === 0) return null;
	return (
		<Section title={isLeaving ? text.leftTitle : text.namedTitle} lead={isLeaving ? text.leftLead : text.namedLead}>
			<ThingList things={things} />
		</Section>
	);
}

type Thing = Pick<LeftThing, "kind" | "id" | "path" | "title"> & { readonly what: string };

/** Things somebody holds or is named on: where each is, and what it is. */
export function ThingList({ things }: { readonly things: readonly Thing[] }) {
	return (
		<ul className="ds-list">
			{things.map((thing) => (
				<li key={`${thing.kind} ${thing.id}`}>
					{thing.path === null ? (
						thing.title
					) : (
						<Link className="ds-link" to={thing.path}>
							{thing.title}
						</Link>
					)}{" "}
					<span className="quiet">{thing.what}</span>
				</li>
			))}
		</ul>
	);
}
