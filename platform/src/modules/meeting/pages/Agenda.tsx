import { Form } from "react-router";
import { formatShortDate } from "../../../language.ts";
import type { ObjectCard } from "../../../registry/objects.server.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import type { DecisionStanding } from "../codes.ts";
import type { Decision, Item } from "../contract.ts";
import { meetingText } from "../text.ts";
import { meetingPageText } from "./meeting.text.ts";
import { DecisionStands } from "./standings.tsx";

type ShownDecision = Decision & { readonly standing: DecisionStanding };

/** The items of a meeting in their order, with what was said and decided once it is held. */
export function Agenda(props: {
	readonly items: readonly Item[];
	readonly decisions: readonly ShownDecision[];
	/** The objects items are about, where the reader may see them. */
	readonly cards: readonly ObjectCard[];
	readonly here: string;
	readonly arenaId: string;
	readonly writes: boolean;
	readonly held: boolean;
}) {
	const text = meetingPageText[useLanguage()];
	const { items, decisions, here, writes, held } = props;
	return (
		<>
			{items.length === 0 && <p className="ds-paragraph quiet">{text.noItems}</p>}
			<ol className="agenda" data-numbered>
				{items.map((item, index) => (
					<li key={item.id}>
						<ItemText item={item} decisions={decisions} cards={props.cards} arenaId={props.arenaId} held={held} />
						{writes && (
							<div className="agenda-deeds">
								<Link
									className="ds-button"
									data-variant={held ? "secondary" : "tertiary"}
									data-size="sm"
									to={`${here}/items/${item.id}`}
								>
									{held ? text.write : text.edit}
									<span className="visually-hidden">: {item.title}</span>
								</Link>
								{!held && <Moves item={item} isFirst={index === 0} isLast={index === items.length - 1} />}
							</div>
						)}
					</li>
				))}
			</ol>
			{writes && (
				<p>
					<Link className="ds-button" data-variant="secondary" to={`${here}/items/new`}>
						{text.addItem}
					</Link>
				</p>
			)}
		</>
	);
}

function ItemText(props: {
	readonly item: Item;
	readonly decisions: readonly ShownDecision[];
	readonly cards: readonly ObjectCard[];
	readonly arenaId: string;
	readonly held: boolean;
}) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const words = meetingText[language];
	const { item, decisions, arenaId, held } = props;
	const about = props.cards.find(({ id }) => id === item.objectId);
	// What it is about is often called the same: then its name is the way there.
	const isNamed = about?.title.startsWith(item.title) === true;
	const followed = decisions.find(({ id }) => id === item.decisionId);
	const own = decisions.filter(({ itemId, meetingId }) => itemId === item.id && meetingId === item.meetingId);
	return (
		<div className="agenda-item">
			<h3 className="ds-heading" data-size="xs">
				{about && isNamed ? (
					<Link className="ds-link" to={about.path}>
						{item.title}
					</Link>
				) : (
					item.title
				)}
			</h3>
			<p className="quiet">
				<Tag>{words.itemKinds[item.kind]}</Tag> {item.askedByName !== null && text.askedBy(item.askedByName)}
			</p>
			{about && !isNamed && (
				<p>
					<Link className="ds-link" to={about.path}>
						{about.title}
					</Link>
				</p>
			)}
			{item.body && <p className="ds-paragraph pre-line">{item.body}</p>}
			{followed && (
				<p>
					<Link className="ds-link" to={`/arenas/${arenaId}/decisions/${followed.id}`}>
						{text.fromMeeting(formatShortDate(language, followed.decidedOn))}
					</Link>{" "}
					· {followed.ownerName} <DecisionStands standing={followed.standing} />
				</p>
			)}
			{held && item.minutes && <p className="ds-paragraph pre-line">{item.minutes}</p>}
			{held && item.outcome !== "none" && own.length === 0 && <p className="quiet">{words.outcomes[item.outcome]}</p>}
			{own.map((decision) => (
				<p key={decision.id} className="decision-mark">
					<strong>{decision.body}</strong>
					<br />
					{decision.ownerName}
					{decision.dueOn !== null && `, ${formatShortDate(language, decision.dueOn)}`}
				</p>
			))}
		</div>
	);
}

function Moves({
	item,
	isFirst,
	isLast,
}: {
	readonly item: Item;
	readonly isFirst: boolean;
	readonly isLast: boolean;
}) {
	const text = meetingPageText[useLanguage()];
	const deeds = [
		...(isFirst ? [] : [{ deed: "up", label: text.up(item.title), sign: "↑" }]),
		...(isLast ? [] : [{ deed: "down", label: text.down(item.title), sign: "↓" }]),
		{ deed: "remove", label: `${text.remove}: ${item.title}`, sign: text.remove },
	];
	return (
		<Form method="post" className="agenda-deeds">
			<input type="hidden" name="itemId" value={item.id} />
			{deeds.map(({ deed, label, sign }) => (
				<button
					key={deed}
					type="submit"
					className="ds-button"
					data-variant="tertiary"
					data-size="sm"
					name="deed"
					value={deed}
					aria-label={label}
				>
					{sign}
				</button>
			))}
		</Form>
	);
}
