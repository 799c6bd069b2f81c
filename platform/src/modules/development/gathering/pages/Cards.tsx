import { formatShortDate } from "../../../../language.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { statusText } from "../../status/text.ts";
import type { StatusCard } from "../contract.ts";
import { gatheringText } from "../text.ts";

type Delivered = {
	readonly id: string;
	readonly name: string;
	readonly card: StatusCard | null;
	/** How many of the tasks it has done, and those it has not done in time. */
	readonly done: number;
	readonly late: readonly string[];
};

const tones = { "as-planned": "success", behind: "warning", stuck: "danger" } as const;

/** How each member stands before a gathering; what was not delivered is shown as that. */
export function Cards({ delivered, tasks }: { readonly delivered: readonly Delivered[]; readonly tasks: number }) {
	const language = useLanguage();
	const text = gatheringText[language];
	const { columns } = text;
	const filled = delivered.filter(({ card }) => card !== null).length;
	return (
		<Section title={text.cards} lead={`${text.beforeLead} ${text.cardsOf(filled, delivered.length)}`}>
			<Table
				caption={text.cards}
				hideCaption
				rows={delivered}
				rowKey={({ id }) => id}
				columns={[
					{ key: "member", label: columns.member, cell: ({ name }) => name },
					{
						...{ key: "standing", label: columns.standing },
						cell: ({ card }) =>
							card === null ? (
								<Status tone="neutral">{text.notDelivered}</Status>
							) : (
								<Status tone={tones[card.standing]}>{statusText[language].standings[card.standing]}</Status>
							),
					},
					{ key: "done", label: columns.done, cell: ({ card }) => <span className="pre-line">{card?.done}</span> },
					{ key: "next", label: columns.next, cell: ({ card }) => <span className="pre-line">{card?.next}</span> },
					{ key: "help", label: columns.help, cell: ({ card }) => <span className="pre-line">{card?.help}</span> },
					...(tasks === 0
						? []
						: [
								{
									...{ key: "tasks", label: columns.tasks },
									cell: ({ done, late }: Delivered) => (
										<>
											{text.of(done, tasks)}{" "}
											{late.length > 0 && <Status tone="warning">{text.lateTasks(late.join(", "))}</Status>}
										</>
									),
								},
							]),
					{
						...{ key: "on", label: columns.on },
						cell: ({ card }) => card && formatShortDate(language, card.onDay),
					},
				]}
			/>
		</Section>
	);
}
