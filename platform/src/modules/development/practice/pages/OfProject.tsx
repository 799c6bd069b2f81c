import { Facts } from "../../../../ui/Facts.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { Adoption, PracticeCard } from "../contract.ts";
import { cardText } from "./card.text.ts";

type OfProjectProps = {
	readonly projectId: string;
	readonly adoption: Adoption | null;
	readonly card: PracticeCard | null;
	readonly mayMake: boolean;
};

/** The card a project tries out, and the one that was made of it, or can be. */
export function OfProject({ projectId, adoption, card, mayMake }: OfProjectProps) {
	const text = cardText[useLanguage()];
	if (adoption === null && card === null && !mayMake) return null;
	const linked = (to: string, label: string) => (
		<Link className="ds-link" to={to}>
			{label}
		</Link>
	);
	return (
		<Section title={text.ofProject}>
			<Facts
				facts={[
					...(adoption
						? [
								{
									label: text.triesOut,
									value: linked(`/development/practice/${adoption.cardId}`, adoption.cardTitle),
								},
								{ label: text.fields.differs, value: <span className="pre-line">{adoption.differs}</span> },
								{ label: text.fields.changes, value: <span className="pre-line">{adoption.changes}</span> },
							]
						: []),
					...(card
						? [{ label: text.ofThis, value: linked(`/development/practice/${card.id}`, card.title) }]
						: mayMake
							? [{ label: text.ofThis, value: linked(`/development/projects/${projectId}/practice`, text.makeCard) }]
							: []),
				]}
			/>
		</Section>
	);
}
