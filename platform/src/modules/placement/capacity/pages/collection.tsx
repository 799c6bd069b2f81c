import { data, Form, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Progress } from "../../../../ui/Progress.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { BulkForm } from "../../../../ui/selection.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Tag } from "../../../../ui/Tag.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { capacityStates } from "../../codes.ts";
import type { Capacity } from "../contract.ts";
import { listWithOffers, readCollection, remindSites, setCollectionState, stepCapacity } from "../service.server.ts";
import { capacityText } from "../text.ts";
import type { Route } from "./+types/collection";
import { answerText } from "./answer.text.ts";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { StateOf } from "./StateOf.tsx";
import { capacityQuery, capacityTable } from "./tables.ts";
import { professionsWord, steppedWord, yearsOfWord } from "./words.ts";

/** One collection: who has answered, and what to do with it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const state = tableState(url, capacityTable);
	return reading(async (work) => {
		const collection = (await readCollection(work, params.collectionId)) ?? missing();
		const { period: _period, ...query } = capacityQuery(state);
		const { offset, pageSize } = state;
		return {
			...{ collection, state },
			...(await listWithOffers(work, { ...query, collectionId: collection.id, offset, pageSize })),
		};
	});
}

const deeds = z.object({
	deed: z.enum(["approve", "publish", "takeBack", "remind", "remindAll", "close", "reopen"]),
	capacity: z.array(z.string()),
	version: z.int().optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, commanding, url } = representing(context, request);
	const asking = collectionText[language];
	const parsed = parseForm(deeds, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const { deed, capacity, version = 0 } = parsed.values;
	const page = `/placement/capacity/collections/${params.collectionId}${url.search}`;
	switch (deed) {
		case "remind":
		case "remindAll": {
			const mails = house.configuration.mail.smtpUrl !== undefined;
			const chosen = deed === "remindAll" ? null : capacity;
			const outcome = await commanding((work) => remindSites(work, params.collectionId, chosen, { mails, language }));
			if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
			return redirectWithToast(page, asking.reminded(outcome.done));
		}
		case "close":
		case "reopen": {
			const state = deed === "close" ? "closed" : "open";
			const outcome = await commanding((work) => setCollectionState(work, params.collectionId, { version, state }));
			if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
			return redirectWithToast(page, deed === "close" ? asking.collectionClosed : asking.collectionOpened);
		}
		default: {
			const outcome = await commanding((work) => stepCapacity(work, deed, capacity));
			if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
			return redirectWithToast(page, steppedWord(language, deed, outcome.done));
		}
	}
}

export default function CollectionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = pagesText[language];
	const asking = collectionText[language];
	const { columns } = text;
	const { collection, rows, total, state } = loaderData;
	const { firstDay, lastDay, dueOn, answered, asked } = collection;
	const say = saying(language, capacityText[language].refusals);
	const isOpen = collection.state === "open";
	const page = `/placement/capacity/collections/${collection.id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(collection.name)}</title>
			<PageHeader
				title={collection.name}
				lead={asking.collectionLead(
					formatDate(language, dueOn),
					formatDate(language, firstDay),
					formatDate(language, lastDay),
				)}
				trail={[{ to: "/placement/capacity/collections", label: text.tabs.collections }]}
				{...(isOpen ? {} : { tags: <Tag>{asking.closedTag}</Tag> })}
				action={isOpen && answered < asked && <OneDeed deed="remindAll" label={asking.remindAll} />}
				secondary={
					<>
						<Link className="ds-button" data-variant="tertiary" to={`${page}/edit`}>
							{asking.change}
						</Link>
						{isOpen && answered < asked && (
							// The answer is a file: the browser sends this itself.
							<Form method="post" reloadDocument action={`${page}/links.xlsx`}>
								<button type="submit" className="ds-button" data-variant="secondary">
									{asking.linksMake}
								</button>
							</Form>
						)}
						<OneDeed
							deed={isOpen ? "close" : "reopen"}
							label={isOpen ? asking.closeCollection : asking.reopenCollection}
							version={collection.version}
							quiet
						/>
					</>
				}
			/>
			{actionData && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			<Progress label={asking.progress(answered, asked)} done={answered} total={asked} />
			<BulkForm id="deeds">
				{isOpen && <BulkDeed deed="remind" label={asking.remindSome} />}
				<BulkDeed deed="approve" label={text.approve} />
				<BulkDeed deed="publish" label={text.publish} />
				<BulkDeed deed="takeBack" label={text.takeBack} />
			</BulkForm>
			<Table
				caption={collection.name}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				rowHref={(row) => `/placement/capacity/${row.id}/answer`}
				searchLabel={text.search}
				excel={`${page}/answers.xlsx`}
				selection={{ form: "deeds", name: "capacity", label: (row) => row.siteName }}
				filters={[
					{
						name: "state",
						label: asking.showOnly,
						choices: capacityStates.map((one) => ({ value: one, label: capacityText[language].states[one] })),
					},
				]}
				columns={[
					{ key: "site", label: columns.site, cell: (row) => row.siteName, sort: true },
					{ key: "state", label: columns.state, cell: (row) => <StateOf state={row.state} />, sort: true },
					{ key: "profession", label: columns.profession, cell: (row) => professionsWord(language, row.offers) },
					{ key: "years", label: columns.years, cell: (row) => yearsOfWord(language, row.offers) },
					{
						key: "places",
						label: columns.places,
						cell: (row) => (row.state === "asked" ? "" : formatNumber(language, row.places)),
						sort: true,
						numeric: true,
					},
					{ key: "answered", label: columns.answered, cell: (row) => <When row={row} />, sort: true },
				]}
			/>
		</div>
	);
}

function When({ row }: { readonly row: Capacity }) {
	const language = useLanguage();
	const answerWords = answerText[language];
	const asking = collectionText[language];
	if (row.answeredAt !== null)
		return answerWords.answeredBy(row.answeredBy ?? "–", formatShortDate(language, row.answeredAt));
	return (
		<>
			{row.remindedAt !== null
				? asking.remindedOn(formatShortDate(language, row.remindedAt))
				: row.askedAt !== null && asking.askedOn(formatShortDate(language, row.askedAt))}{" "}
			<Link className="ds-link" to={`/placement/capacity/${row.id}/link`}>
				{answerWords.makeLink}
				<span className="visually-hidden"> {row.siteName}</span>
			</Link>
		</>
	);
}

function BulkDeed({ deed, label }: { readonly deed: string; readonly label: string }) {
	return (
		<SubmitButton name="deed" value={deed} variant="secondary" size="sm">
			{label}
		</SubmitButton>
	);
}

function OneDeed(props: {
	readonly deed: string;
	readonly label: string;
	readonly version?: number;
	readonly quiet?: boolean;
}) {
	return (
		<Form method="post">
			{props.version !== undefined && <input type="hidden" name="version" value={props.version} />}
			<button
				type="submit"
				className="ds-button"
				data-variant={props.quiet ? "tertiary" : "primary"}
				name="deed"
				value={props.deed}
			>
				{props.label}
			</button>
		</Form>
	);
}
