import { Form } from "react-router";
import { z } from "zod";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { missing, otherWords, redirectWithToast, visit } from "../../visit.server.ts";
import { system } from "../actor.ts";
import { localPath } from "../local-path.ts";
import { listProvidersOff } from "../provider-switch.server.ts";
import { limit } from "../rate.server.ts";
import { beginSession, endSessionOf, sessionCookie } from "../session.server.ts";
import { listDemoPeople } from "../store.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/sign-in";

export async function loader({ context }: Route.LoaderArgs) {
	const { house, url } = visit(context);
	const { configuration, database } = house;
	const off = await database.reading(system("sign-in"), listProvidersOff);
	return {
		to: localPath(url.searchParams.get("to")),
		providers: configuration.providers.filter(({ id }) => !off.includes(id)).map(({ id, name }) => ({ id, name })),
		demoPeople: configuration.demo ? await database.reading(system("demo"), listDemoPeople) : null,
	};
}

const demoSignIn = z.object({ person: z.uuid(), to: z.string().optional() });

/** Demo sign-in: exists only in demo mode, and only for people made by the demo. */
export async function action({ context, request }: Route.ActionArgs) {
	const { house, language } = visit(context);
	if (!house.configuration.demo) missing();
	const parsed = demoSignIn.safeParse(Object.fromEntries(await request.formData()));
	if (!parsed.success) missing();
	await limit(context, "sign-in");
	const { person, to } = parsed.data;
	const before: unknown = await sessionCookie(house.configuration).parse(request.headers.get("Cookie"));
	const outcome = await house.database.commanding(system("demo"), async (work) => {
		const people = await listDemoPeople(work);
		const found = people.find((one) => one.id === person);
		if (!found) missing();
		if (typeof before === "string") await endSessionOf(work, before);
		return {
			done: { name: found.name, token: await beginSession(work, found.id, "demo", request.headers.get("User-Agent")) },
		};
	});
	if (!outcome.done) missing();
	const answer = await redirectWithToast(localPath(to ?? null), identityText[language].welcome(outcome.done.name));
	answer.headers.append("Set-Cookie", await sessionCookie(house.configuration).serialize(outcome.done.token));
	answer.headers.append(...otherWords);
	return answer;
}

export default function SignIn({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = identityText[language];
	const { providers, demoPeople, to } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.about} />
			{providers.length > 0 && (
				<div className="stack" data-gap="small">
					<p className="ds-paragraph">{text.lead}</p>
					<div className="row">
						{providers.map((provider) => (
							<a key={provider.id} className="ds-button" href={`/sign-in/${provider.id}?to=${encodeURIComponent(to)}`}>
								{text.with(provider.name)}
							</a>
						))}
					</div>
				</div>
			)}
			{providers.length === 0 && !demoPeople && <p className="ds-paragraph">{text.noProviders}</p>}
			{demoPeople && (
				<section className="stack" data-gap="small" aria-labelledby="demo">
					<h2 className="ds-heading" data-size="sm" id="demo">
						{text.demoTitle}
					</h2>
					<p className="ds-paragraph">{text.demoLead}</p>
					<Form method="post">
						<input type="hidden" name="to" value={to} />
						<ul className="people">
							{demoPeople.map((person) => (
								<li key={person.id} className="ds-card people-card">
									<button type="submit" name="person" value={person.id} className="people-name">
										{person.name}
									</button>
									<span className="quiet">{person.roles.join(" · ")}</span>
								</li>
							))}
						</ul>
					</Form>
				</section>
			)}
		</div>
	);
}
