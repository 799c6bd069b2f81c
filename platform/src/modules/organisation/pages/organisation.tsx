import { Outlet } from "react-router";
import { formatDate, type Language } from "../../../language.ts";
import { findShortcuts } from "../../../registry/shortcuts.server.ts";
import { houseText } from "../../../text.ts";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Tabs } from "../../../ui/Tabs.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { missing, signedIn } from "../../../visit.server.ts";
import { day } from "../contract.ts";
import { readOrganisation } from "../service.server.ts";
import { readKinds } from "../vocabulary.server.ts";
import type { Route } from "./+types/organisation";
import { organisationText } from "./organisation.text.ts";
import { organisationsText } from "./organisations.text.ts";
import { registerPagesText } from "./register/register.text.ts";

/** The frame round every page about one organisation: its name, what it is, and the ways further in. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = signedIn(context, request);
	const asOf = day.safeParse(new URL(request.url).searchParams.get("asOf"));
	return reading(async (work) => {
		const organisation =
			(await readOrganisation(work, params.organisationId, asOf.success ? asOf.data : undefined)) ?? missing();
		const [kinds, shortcuts] = await Promise.all([
			readKinds(work),
			findShortcuts(work, { kind: "organisation", id: organisation.id }),
		]);
		return {
			organisation,
			shortcuts,
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
	const lastDay = organisation.identities[0]?.validTo ?? null;
	// Of one that has ended, who answered is told as of its last day.
	const isEnded = lastDay !== null && lastDay < organisation.asOf;
	const contactsSuffix = isToday && isEnded ? `?asOf=${lastDay}` : suffix;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(latest?.name ?? "")}</title>
			<PageHeader
				title={latest?.name ?? ""}
				trail={[{ to: `/organisations${suffix}`, label: organisationsText[language].title }]}
				tags={
					<>
						<Tag>{loaderData.kind}</Tag>
						{isOwn && <Tag tone="info">{text.represented}</Tag>}
						<Ending organisation={organisation} language={language} />
					</>
				}
				secondary={
					<>
						{isToday &&
							!isEnded &&
							loaderData.shortcuts.map(({ path, label }) => (
								<Link key={path} className="ds-button" data-variant="secondary" data-size="sm" to={path}>
									{label}
								</Link>
							))}
						<Changes organisation={organisation} language={language} />
					</>
				}
				lead={
					isToday ? undefined : (
						<>
							{text.shownAsOf(formatDate(language, organisation.asOf))}{" "}
							<Link className="ds-link" to={base}>
								{text.showNow}
							</Link>
						</>
					)
				}
			/>
			<Tabs
				label={text.views}
				tabs={[
					{ to: `${base}${suffix}`, label: text.about },
					{ to: `${base}/units${suffix}`, label: text.units, count: organisation.unitCount },
					{ to: `${base}/contacts${contactsSuffix}`, label: text.contacts },
					{ to: `${base}/history`, label: text.history },
				]}
			/>
			<Outlet />
		</div>
	);
}

type Shown = { readonly organisation: Route.ComponentProps["loaderData"]["organisation"]; readonly language: Language };

/** That it has ended, is going to, or is not there yet. */
function Ending({ organisation, language }: Shown) {
	const text = organisationText[language];
	const { identities, asOf } = organisation;
	const [lastDay, firstDay] = [identities[0]?.validTo, identities.at(-1)?.validFrom];
	if (firstDay !== undefined && firstDay > asOf)
		return <Tag tone="warning">{text.startsOn(formatDate(language, firstDay))}</Tag>;
	if (lastDay == null) return null;
	const day = formatDate(language, lastDay);
	return <Tag tone="warning">{lastDay < asOf ? text.ended(day) : text.endsOn(day)}</Tag>;
}

/** What this person may change of it. */
function Changes({ organisation, language }: Shown) {
	const { id, can, identity } = organisation;
	const text = organisationText[language];
	const ways = [
		can.change && identity && { to: `/organisations/${id}/edit`, label: registerPagesText[language].editOwn },
		(can.keepRegister || can.end) && { to: `/organisations/${id}/register`, label: text.register },
		can.appoint && { to: `/organisations/${id}/administrators`, label: text.administrators },
	].filter((way) => way !== false && way !== null);
	return ways.map((way) => (
		<Link key={way.to} className="ds-button" data-variant="secondary" data-size="sm" to={way.to}>
			{way.label}
		</Link>
	));
}
