import { Form, Link } from "react-router";
import { z } from "zod";
import { formatMoment, formatNumber } from "../../language.ts";
import { houseText } from "../../text.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Table } from "../../ui/Table.tsx";
import { tableState } from "../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { limit } from "../rate.server.ts";
import { isInPerson, mayAdminister } from "../rules.ts";
import { endSessionsOf, listSignedIn } from "../signed-in-people.server.ts";
import type { Route } from "./+types/administration-sessions";
import { administrationText } from "./administration.text.ts";
import { logText } from "./log.text.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, house, url } = representing(context, request);
	if (!mayAdminister(actor)) missing();
	const state = tableState(url, { sort: ["seen"], descending: true });
	if (state.search !== "") await limit(context, "search", actor.personId);
	const people = await listSignedIn(house.database, actor, state.search);
	if (people === null) missing();
	return { organisation: actor.organisationName ?? "", state, people, me: actor.personId };
}

export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language } = representing(context, request);
	const id = z.uuid().safeParse((await request.formData()).get("person"));
	if (!id.success || !isInPerson(actor)) missing();
	const outcome = await endSessionsOf(house.database, actor, id.data);
	if (outcome.done === undefined) missing();
	const text = administrationText[language];
	return redirectWithToast("/administration/sessions", text.sessionsEnded(formatNumber(language, outcome.done)));
}

export default function SignedIn({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = administrationText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.sessionsTitle)}</title>
			<PageHeader
				title={text.sessionsTitle}
				lead={text.sessionsLead(loaderData.organisation)}
				trail={[{ to: "/administration", label: houseText[language].administration }]}
			/>
			<Table
				caption={text.sessionsTitle}
				hideCaption
				state={loaderData.state}
				searchLabel={text.sessionsSearch}
				rows={loaderData.people}
				rowKey={(person) => person.personId}
				columns={[
					{
						key: "person",
						label: text.person,
						cell: (person) => (
							<>
								{person.name}{" "}
								<Link
									className="ds-link quiet"
									to={`/administration/log?person=${person.personId}`}
									aria-label={text.logOf(person.name)}
								>
									{logText[language].title}
								</Link>
							</>
						),
					},
					{ key: "count", label: text.devices, cell: (person) => formatNumber(language, person.sessions) },
					{ key: "at", label: text.seenAt, cell: (person) => formatMoment(language, person.seenAt) },
					{
						key: "end",
						label: text.signOut,
						cell: (person) =>
							person.personId === loaderData.me ? (
								text.you
							) : (
								<Form method="post">
									<button
										type="submit"
										className="ds-button list-press"
										data-variant="tertiary"
										data-color="danger"
										data-size="sm"
										name="person"
										value={person.personId}
										aria-label={text.signOutOf(person.name)}
									>
										{text.signOut}
									</button>
								</Form>
							),
					},
				]}
				empty={<EmptyState title={text.sessionsNone} />}
			/>
		</div>
	);
}
