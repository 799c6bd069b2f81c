import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status, type Tone } from "../../../../ui/Tag.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { openNetwork } from "../../service.server.ts";
import type { OrderState } from "../codes.ts";
import { inOrderOfNeed } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/orders";
import { memberText } from "./member.text.ts";

/** What the members have ordered, what matters most first, and what became of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, members, orders, can } = (await openNetwork(work, params.networkId)) ?? missing();
		const names = new Map(members.map((one) => [one.id, one.name]));
		const open = network.endedOn === null;
		return {
			...{ id: network.id, mayOrder: open && (can.keep || can.order !== null), mayAnswer: open && can.keep },
			orders: inOrderOfNeed(orders).map((one) => ({ ...one, member: names.get(one.memberId) ?? "" })),
		};
	});
}

const tones: Readonly<Record<OrderState, Tone>> = {
	ordered: "info",
	planned: "success",
	done: "neutral",
	declined: "neutral",
};

export default function Orders({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [memberText[language], networkText[language]];
	const { columns } = text;
	const { id, orders, mayOrder, mayAnswer } = loaderData;
	const add = { to: `/development/networks/${id}/orders/new`, label: text.order };
	const importance = (one: number) => words.importances[one === 1 ? 1 : one === 2 ? 2 : 3];
	return (
		<Section
			title={text.orders}
			lead={text.ordersLead}
			actions={
				mayOrder &&
				orders.length > 0 && (
					<Link className="ds-button" data-variant="primary" to={add.to}>
						{add.label}
					</Link>
				)
			}
		>
			<Table
				caption={text.orders}
				hideCaption
				rows={orders}
				rowKey={(row) => row.id}
				rowHref={(row) => (mayAnswer ? `/development/networks/${id}/orders/${row.id}` : undefined)}
				columns={[
					{ key: "wish", label: columns.wish, cell: (row) => row.wish },
					{ key: "member", label: columns.name, cell: (row) => row.member },
					{
						...{ key: "by", label: columns.by },
						cell: (row) => (row.isLine ? `${row.orderedBy} (${text.fromLine})` : row.orderedBy),
					},
					{ key: "importance", label: columns.importance, cell: (row) => importance(row.importance) },
					{
						...{ key: "state", label: columns.state },
						cell: (row) => (
							<>
								<Status tone={tones[row.state]}>{words.orderStates[row.state]}</Status>{" "}
								{row.answer !== "" && <span className="quiet">{row.answer}</span>}
							</>
						),
					},
				]}
				empty={
					<EmptyState title={text.noOrders} {...(mayOrder ? { action: add } : {})}>
						{text.noOrdersBody}
					</EmptyState>
				}
			/>
		</Section>
	);
}
