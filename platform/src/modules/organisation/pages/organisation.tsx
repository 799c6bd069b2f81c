import { Outlet } from "react-router";
import { formatDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { missing, signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { readOrganisation } from "../service.server.ts";
import { listKinds } from "../store.server.ts";
import type { Route } from "./+types/organisation";
import { organisationText } from "./organisation.text.ts";
import { organisationsText } from "./organisations.text.ts";

/** The frame round every page about one organisation: its name, what it is, and the ways further in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	const asOf = day.safeParse(new URL(request.url).searchParams.get("asOf"));
	return reading(async (work) => {
		const organisation =
			(await readOrganisation(work, params.organisationId, asOf.success ? asOf.data : undefined)) ?? missing();
		const kinds = await listKinds(work);
		return {
			organisation,
			kind: kinds.find((kind) => kind.code === organisation.kind)?.name[language] ?? organisation.kind,
			isToday: organisation.asOf === work.today,
			isOwn: organisation.id === actor.organisationId,
		};
	});
}

export default function OrganisationFrame({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = organisationText[language];
	const { organisation, isToday, isOwn } = loaderData;
	const latest = organisation.identity ?? organisation.identities[0];
	const base = `/organisations/${organisation.id}`;
	const suffix = isToday ? "" : `?asOf=${organisation.asOf}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(latest?.name ?? "")}</title>
			<PageHeader
				title={latest?.name ?? ""}
				trail={[{ to: "/organisations", label: organisationsText[language].title }]}
				tags={
					<>
						<Tag>{loaderData.kind}</Tag>
						{isOwn && <Tag tone="info">{text.represented}</Tag>}
						{organisation.identity === null && latest?.validTo && (
							<Tag tone="warning">{text.ended(formatDate(language, latest.validTo))}</Tag>
						)}
					</>
				}
				lead={isToday ? undefined : text.shownAsOf(formatDate(language, organisation.asOf))}
			/>
			<Tabs
				label={text.views}
				tabs={[
					{ to: `${base}${suffix}`, label: text.about },
					{ to: `${base}/units${suffix}`, label: text.units, count: organisation.unitCount },
					{ to: `${base}/contacts`, label: text.contacts },
					{ to: `${base}/history`, label: text.history },
				]}
			/>
			<Outlet />
		</div>
	);
}
