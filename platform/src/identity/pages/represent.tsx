import { Form } from "react-router";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { record } from "../audit.server.ts";
import { localPath } from "../local-path.ts";
import { roleWords } from "../role-words.ts";
import { listRepresentable } from "../store.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/represent";

export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, language, reading, url } = signedIn(context, request);
	const organisations = await reading((work) => listRepresentable(work, actor.personId));
	return {
		to: localPath(url.searchParams.get("to")),
		current: actor.organisationId,
		organisations: organisations.map((organisation) => ({
			...organisation,
			roles: organisation.roles.map((role) => roleWords(role, language)),
		})),
	};
}

/** Chooses which organisation this session acts for; only one where the person holds a role today. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding } = signedIn(context, request);
	const form = await request.formData();
	const chosen = form.get("organisation");
	const to = form.get("to");
	const outcome = await commanding(async (work) => {
		const found = (await listRepresentable(work, actor.personId)).find((one) => one.organisationId === chosen);
		if (!found) missing();
		await work.db
			.updateTable("identity.session")
			.set({ organisation_id: found.organisationId })
			.where("id", "=", actor.sessionId)
			.execute();
		await record(work, {
			verb: "session.represent",
			objectKind: "organisation",
			objectId: found.organisationId,
			organisationId: found.organisationId,
			aboutPersonId: actor.personId,
		});
		return { done: found.name };
	});
	return redirectWithToast(
		localPath(typeof to === "string" ? to : null),
		identityText[language].representing(outcome.done ?? ""),
	);
}

export default function Represent({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = identityText[language];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.representTitle)}</title>
			<h1 className="ds-heading" data-size="lg">
				{text.representTitle}
			</h1>
			<p className="ds-paragraph">{loaderData.organisations.length > 0 ? text.representLead : text.representNone}</p>
			<Form method="post">
				<input type="hidden" name="to" value={loaderData.to} />
				<ul className="people">
					{loaderData.organisations.map((organisation) => (
						<li key={organisation.organisationId} className="ds-card people-card">
							<button type="submit" name="organisation" value={organisation.organisationId} className="people-name">
								{organisation.name}
							</button>
							<span className="quiet">
								{organisation.roles.join(" · ")}
								{organisation.organisationId === loaderData.current ? ` · ${text.current}` : ""}
							</span>
						</li>
					))}
				</ul>
			</Form>
		</div>
	);
}
