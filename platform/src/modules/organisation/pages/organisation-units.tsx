import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { TableTools } from "../../../ui/TableTools.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { Tree } from "../../../ui/Tree.tsx";
import { type TableState, tableHref, tableState } from "../../../ui/table-state.ts";
import { type TreeNode, toTree } from "../../../ui/tree-nodes.ts";
import { signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { mayAnywhere } from "../rules.ts";
import { mandateOf, readTree } from "../service.server.ts";
import { isClosed, narrowTree } from "../unit/rules.ts";
import { readSettings } from "../vocabulary.server.ts";
import type { Route } from "./+types/organisation-units";
import { LastDay } from "./LastDay.tsx";
import { unitsText } from "./units.text.ts";

/** An organisation's units as a tree; one's own can be moved about in it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	const url = new URL(request.url);
	const asOf = day.safeParse(url.searchParams.get("asOf"));
	const state = tableState(url, { sort: ["tree"], ranks: true });
	const withClosed = url.searchParams.has("closed");
	const isOwn = params.organisationId === actor.organisationId;
	return reading(async (work) => {
		const on = asOf.success ? asOf.data : work.today;
		const settings = await readSettings(work);
		const names = new Map(settings.map((setting) => [setting.code, setting.name[language]]));
		const nameOf = (setting: string) => names.get(setting) ?? setting;
		const all = await readTree(work, params.organisationId, { withClosed, asOf: on });
		const { shown, found } = narrowTree(all, state.search, nameOf);
		return {
			...{ isOwn, state, foundCount: found.size, isEmpty: all.length === 0 },
			withClosed,
			at: url.searchParams.get("at"),
			asOf: on === work.today ? null : on,
			// What is changed is changed from today on: an earlier day is there to be read.
			can: { manage: isOwn && on === work.today && mayAnywhere(await mandateOf(work), "manage-units") },
			units: shown.map((line) => ({
				id: line.id,
				parentId: line.parentId,
				name: line.name,
				isFound: found.has(line.id),
				setting: line.setting === null ? null : nameOf(line.setting),
				lastDay: line.validTo,
				closed: isClosed(line, on),
				published: line.published,
				leaders: line.leaders.join(", "),
			})),
		};
	});
}

type Line = Route.ComponentProps["loaderData"]["units"][number];
type Node = TreeNode & { readonly line: Line; readonly children: readonly Node[] };

export default function OrganisationUnits({ loaderData, params }: Route.ComponentProps) {
	const text = unitsText[useLanguage()];
	const { units, can, isOwn, withClosed, at, asOf, state, foundCount } = loaderData;
	const base = `/organisations/${params.organisationId}/units`;
	const suffix = asOf === null ? "" : `?asOf=${asOf}`;
	const closedLink = (
		<Link className="ds-link" to={closedHref(state, withClosed)} preventScrollReset>
			{withClosed ? text.hideClosed : text.showClosed}
		</Link>
	);
	const ways = can.manage && (
		<>
			<Link className="ds-button" to={`${base}/new`}>
				{text.add}
			</Link>
			<Link className="ds-button" data-variant="secondary" to="/import/units">
				{text.importMany}
			</Link>
		</>
	);
	if (loaderData.isEmpty)
		return (
			<EmptyState
				title={text.emptyTitle}
				action={
					<div className="row">
						{ways}
						{closedLink}
					</div>
				}
			>
				{isOwn ? text.emptyOwn : text.emptyOther}
			</EmptyState>
		);
	const nodes = toTree<Line, Node>(units, (line, children) => ({ id: line.id, label: line.name, line, children }));
	return (
		<div className="stack" data-gap="small">
			<div className="row">
				{ways}
				{closedLink}
				<a className="ds-link" href={`${base}.xlsx${excelQuery(asOf, withClosed)}`} download>
					{text.excel}
				</a>
			</div>
			<TableTools state={state} searchLabel={text.search} filters={[]} orders={[]} />
			{state.search !== "" && <p role="status">{text.found(foundCount)}</p>}
			{units.length === 0 && (
				<EmptyState title={text.nothingFound} action={{ to: tableHref(state, { search: "" }), label: text.showAll }}>
					{withClosed ? text.nothingFoundBody : text.nothingFoundOpen}
				</EmptyState>
			)}
			<Tree<Node>
				label={text.tree}
				nodes={nodes}
				{...(at === null ? {} : { selected: at })}
				openLevels={state.search !== "" ? units.length : units.length > 60 ? 1 : 2}
				isWay={(node) => !node.line.isFound}
				href={(node) => `${base}/${node.id}${suffix}`}
				about={(node) => <About line={node.line} />}
				{...(can.manage ? { move: { href: (node: Node) => `${base}/${node.id}/move`, name: "parentId" } } : {})}
			/>
		</div>
	);
}

/** The same list with or without those that are closed. */
function closedHref(state: TableState, withClosed: boolean): string {
	const kept = state.kept.filter(([name]) => name !== "closed");
	return tableHref({ ...state, kept: withClosed ? kept : [...kept, ["closed", "yes"]] }, {});
}

/** The file has the units that are shown. */
function excelQuery(asOf: string | null, withClosed: boolean): string {
	const query = new URLSearchParams([
		...(asOf === null ? [] : [["asOf", asOf]]),
		...(withClosed ? [["closed", "yes"]] : []),
	]).toString();
	return query === "" ? "" : `?${query}`;
}

function About({ line }: { line: Line }) {
	const text = unitsText[useLanguage()];
	return (
		<span className="quiet">
			{[line.setting, line.leaders === "" ? null : text.led(line.leaders)].filter(Boolean).join(" · ")}
			{line.lastDay !== null && <LastDay day={line.lastDay} closed={line.closed} />}
			{!line.published && <Tag>{text.notPublished}</Tag>}
		</span>
	);
}
